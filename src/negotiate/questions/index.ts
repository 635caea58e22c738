export { answered, type Beliefs, unknown } from './beliefs.ts'
export { bestPair, expectedGain, information, type Worth } from './choice.ts'
export { type Question, questionsOf } from './questions.ts'
