export { ALIKE, likeness } from './alike.ts'
export { type CommonWords, commonGroundOf } from './common-ground.ts'
export type { Foretold } from './foretold.ts'
export { type Material, materialOf } from './material.ts'
export { type Candidate, type Cost, costOf, rankingPrompts, writingPrompts } from './plan.ts'
export type { Ranked } from './preferences.ts'
export { messagesOf, type Prompt, type Secrets } from './prompt.ts'
export { LONGEST_REPLY, type Read } from './read.ts'
export {
  type Drawn,
  drawnFrom,
  predictedFrom,
  type Reply,
  type RoundStanding,
  readCandidates,
  recordsOfRound,
  standingsOf,
} from './round.ts'
export { candidatesOf, roundsOf } from './rounds.ts'
