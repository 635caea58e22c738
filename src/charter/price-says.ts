import { counted, FEWEST_SHOWN, type GroupId } from '../kernel/index.ts'
import type { Capture } from '../negotiate/index.ts'
import type { Origins } from './schema.ts'

/** What it would take to overturn a clause, in words for the people under it. */

/**
 * What it would take, and whose say rests on one origin. Where few people answered, the number would tell what they did.
 *
 * @example
 * overturnSays({ capture: { kind: 'not-by-votes', because: 'It is law.' }, origins: { kind: 'checked', rests: [] }, support: { overall: { n: 3 } } }).startsWith('Added') // => true
 */
export const overturnSays = ({ capture, origins, support }: Priced): string =>
  'flips' in capture && support.overall.n < FEWEST_SHOWN
    ? `Not shown: fewer than ${FEWEST_SHOWN} people answered.`
    : `${captureSays(capture)} ${originsSay(origins)}`

interface Priced {
  readonly capture: Capture
  readonly origins: Origins
  readonly support: { readonly overall: { readonly n: number } }
}

type Flips = Extract<Capture, { flips: unknown }>['flips']

const DOES: Readonly<Record<Flips, string>> = {
  'floor-falls': 'take this floor away',
  'seat-lost': 'take its place',
  'seat-won': 'give it a place',
  'ruling-undone': 'undo this',
  'ruling-made': 'make this stand, or the opposite',
}

/** What such ballots would say. */
const SAYING: Readonly<Record<Flips, string>> = {
  'floor-falls': 'against it',
  'seat-lost': 'agreeing with other statements',
  'seat-won': 'agreeing with it',
  'ruling-undone': 'choosing the other side',
  'ruling-made': 'all choosing one side',
}

/**
 * The price of a clause as a sentence.
 *
 * @example
 * captureSays({ kind: 'exact', flips: 'floor-falls', ballots: 12, aim: ['B'] }) // => '12 added ballots against it could take this floor away, counted in group B; fewer could not.'
 * captureSays({ kind: 'between', flips: 'seat-lost', atLeast: 4, atMost: 31, aim: [] }) // => 'At least 4 added ballots agreeing with other statements would be needed to take its place; 31 were seen to be enough.'
 */
export function captureSays(capture: Capture): string {
  switch (capture.kind) {
    case 'unknown':
      return `How many added ballots could overturn it is not known. ${capture.because}`
    case 'not-by-votes':
      return `Added ballots cannot overturn it. ${capture.because}`
    case 'never':
      return `No number of added ballots could ${DOES[capture.flips]}.`
    case 'exact':
      return `${ballots(capture.ballots, capture.flips)} could ${DOES[capture.flips]}${within(capture.aim)}${capture.ballots === 1 ? '' : '; fewer could not'}.`
    case 'between': {
      const found =
        capture.atMost === null
          ? 'how many would be enough is not known'
          : `${capture.atMost} were seen to be enough${within(capture.aim)}`
      return `At least ${ballots(capture.atLeast, capture.flips)} would be needed to ${DOES[capture.flips]}; ${found}.`
    }
  }
}

const ballots = (count: number, flips: Flips): string => `${counted(count, 'added ballot')} ${SAYING[flips]}`

const within = (aim: readonly GroupId[]): string =>
  aim.length === 0 ? '' : `, counted in ${aim.length === 1 ? 'group' : 'groups'} ${listedGroups(aim)}`

const listedGroups = (groups: readonly GroupId[]): string =>
  groups.length < 2 ? groups.join('') : `${groups.slice(0, -1).join(', ')} and ${groups.at(-1)}`

/** Whose say on a clause rests on one origin. Origins are not named: a link can name a clinic. */
function originsSay(origins: Origins): string {
  if (origins.kind === 'unknown')
    return `Whether a group’s say rests on one link is not known. ${origins.because}`
  const groups = [...new Set(origins.rests.map(({ group }) => group))]
  return groups.length === 0
    ? 'Each group’s say survives the removal of any one invitation batch or link.'
    : `The say of ${groups.length === 1 ? 'group' : 'groups'} ${listedGroups(groups)} rests on people who came through one invitation batch or link. They are counted all the same.`
}

/**
 * What the numbers of added ballots leave out.
 *
 * @example
 * beyondCapture(6).startsWith('6 added people') // => true
 */
export const beyondCapture = (newGroup: number): string =>
  `${counted(newGroup, 'added person', 'added people')} could be enough to end any floor or ruling, if they came to be drawn as an opinion group of their own. The numbers beside clauses take groups, cases, candidates and other people’s votes as they are. They say nothing of people who are persuaded, of false registration, or of ballots that are taken away.`
