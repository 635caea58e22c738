import type { GroupId, StatementId } from '../../../kernel/index.ts'
import {
  type Consensus,
  ENOUGH_ANSWERS,
  FEWEST_PLACED,
  type OpinionMap,
  type StatementSupport,
} from '../../../map/index.ts'
import { capital, spelled } from '../../spelled.ts'
import { counted, FEWEST_SHOWN, number } from '../../words.ts'

/** What the map found, in words. */

/** The page's title: the finding. */
export function titleOf(map: OpinionMap): string {
  const { placed, needed } = placedIn(map)
  if (placed < needed) return `Too few to draw: ${placed} of ${needed}`
  if (map.grouping.kind === 'no-stable-groups') return 'No groups that would hold'
  const groups = map.grouping.groups.length
  const shared = commonGround(map).filter(({ everywhere }) => everywhere).length
  const ground = shared === 0 ? 'and nothing that all share' : `and ${spelled(shared)} things all share`
  return `${capital(spelled(groups))} ways of answering, ${shared === 1 ? 'and one thing all share' : ground}`
}

/** How many people the map came from, and how much of it. */
export function drawnFrom({ drawnFrom: { participants, votes } }: OpinionMap): string {
  if (participants === 0) return 'Nobody has answered yet.'
  const each = Math.round(votes / participants)
  return `${counted(participants, 'person', 'people')} answered ${counted(each, 'statement')} each, on average.`
}

/** Why there are no groups, as a sentence; null where there are. */
export const whyNoGroups = ({ grouping }: OpinionMap): string | null =>
  grouping.kind === 'groups' ? null : `${capital(grouping.because)}.`

/** How many people answered enough to be placed, and how many the map needs. */
export function placedIn(map: OpinionMap): { readonly placed: number; readonly needed: number } {
  const enough = enoughAnswers(map)
  return { placed: map.people.filter(({ answers }) => answers >= enough).length, needed: FEWEST_PLACED }
}

/** How many answers give a person a place; all of them, where there are fewer statements. */
export const enoughAnswers = (map: OpinionMap): number => Math.min(ENOUGH_ANSWERS, answeredStatements(map))

/** How many statements somebody answered. */
export const answeredStatements = ({ support }: OpinionMap): number =>
  support.filter(({ overall }) => overall.agree.n > 0).length

/**
 * The parts of the people of whom some saw a statement, but too few to show how they answered: groups, and with null
 * whoever is in none.
 */
export function tooFewToShow({ overall, groups }: StatementSupport): ReadonlySet<GroupId | null> {
  const asked = new Map<GroupId | null, number>([...groups].map(([group, { agree }]) => [group, agree.n]))
  asked.set(
    null,
    [...asked.values()].reduce((rest, n) => rest - n, overall.agree.n),
  )
  return new Set([...asked].flatMap(([part, n]) => (n > 0 && n < FEWEST_SHOWN ? [part] : [])))
}

/** A statement that all groups answer the same way. */
export interface Shared extends Consensus {
  /** Whether every group can be shown; else the groups of whom too few saw it are named as not shown. */
  readonly everywhere: boolean
}

/**
 * What every group agrees on, or rejects: the whole interval of every group that can be shown lies above one half.
 * Strongest first. Without groups, everybody counts as one.
 */
export function commonGround(map: OpinionMap): readonly Shared[] {
  const supports = new Map(map.support.map((one) => [one.statement, one]))
  return map.consensus.flatMap((one): Shared[] => {
    const support = supports.get(one.statement)
    if (support === undefined) return []
    const parts = support.groups.size === 0 ? [support.overall] : [...support.groups.values()]
    const shown = parts.map((part) => part[one.direction]).filter(({ n }) => n >= FEWEST_SHOWN)
    const holds = shown.length > parts.length / 2 && shown.every(({ low }) => low > 0.5)
    return holds ? [{ ...one, everywhere: shown.length === parts.length }] : []
  })
}

/** Where two groups differ most. */
export interface Parting {
  readonly statement: StatementId
  readonly most: { readonly group: GroupId; readonly share: number }
  readonly least: { readonly group: GroupId; readonly share: number }
}

/** The statement on which two groups surely differ most: the widest gap between their intervals; null if none part. */
export function widestParting(map: OpinionMap): Parting | null {
  const gaps = map.support.flatMap(({ statement, groups }) => {
    const shown = [...groups].filter(([, { agree }]) => agree.n >= FEWEST_SHOWN)
    if (shown.length < 2) return []
    const most = shown.reduce((best, next) => (next[1].agree.low > best[1].agree.low ? next : best))
    const least = shown.reduce((best, next) => (next[1].agree.high < best[1].agree.high ? next : best))
    const end = ([group, { agree }]: (typeof shown)[number]) => ({ group, share: agree.estimate })
    return [{ statement, gap: most[1].agree.low - least[1].agree.high, most: end(most), least: end(least) }]
  })
  const widest = gaps.reduce((best, next) => (next.gap > best.gap ? next : best), NOTHING)
  return widest.gap > 0 ? widest : null
}

const NOTHING = { gap: 0 } as Parting & { readonly gap: number }

/**
 * What became of the groups when people were drawn again: `three groups came back 86 times, two 11 times`.
 *
 * @example
 * rerunsText([{ k: 3, times: 12 }]) // => 'three groups came back 12 times'
 * rerunsText([{ k: 1, times: 2 }, { k: 2, times: 10 }]) // => 'two groups came back 10 times, no groups 2 times'
 */
export function rerunsText(reruns: readonly { readonly k: number; readonly times: number }[]): string {
  const often = [...reruns].sort((a, b) => b.times - a.times)
  const groups = (k: number) => (k < 2 ? 'no groups' : `${spelled(k)} groups`)
  return often
    .map(({ k, times }, at) => {
      const came = at === 0 ? `${groups(k)} came back` : groups(k)
      return `${came} ${times === 1 ? 'once' : `${number(times)} times`}`
    })
    .join(', ')
}
