import { byId, type JudgeId } from '../kernel/index.ts'
import type { Judgement } from '../listen/index.ts'
import { dawidSkene, evidence, type RaterModel } from './dawid-skene.ts'
import type { Ratings } from './ratings.ts'
import type { Cell } from './standing.ts'

/** A verdict is sure from here on, and excluded up to `EXCLUDED` (ADR 0005). */
export const SURE = 0.95
export const EXCLUDED = 0.05

/** What the judges together say, and what one more judge would be like. */
export interface Bench {
  readonly cells: readonly Cell[]
  /** How a judge of this bench errs on average, true verdict × said verdict, in the order of `VERDICTS`. */
  readonly typical: Float64Array
}

export const VERDICTS = ['meets', 'violates', 'irrelevant'] as const

/**
 * What the judges together say of every response and statement that one of them judged.
 *
 * Judges err, each in their own way, so their answers are weighed by how well they agree with the others. Whoever
 * has no record yet is believed little, and nobody is believed so far that one judge alone settles a cell.
 *
 * Shapes: judgements, in any order -> cells sorted by case, response and statement.
 * Units:  probabilities.
 * Errors: none. A judge who answers twice on one cell has one voice there, split between the answers.
 * Source: Dawid & Skene 1979, with the modesty of ADR 0005.
 *
 * @example
 * benchOf([]).cells // => []
 */
export function benchOf(judgements: readonly Judgement[]): Bench {
  const sorted = inPlace(judgements)
  const judges = [...new Set(sorted.map(({ judge }) => judge))].sort(byId)
  const { ratings, firsts } = ratingsOf(sorted, judges)
  const { confusion } = dawidSkene(ratings, MODESTY)
  const posterior = evidence(ratings, confusion)
  const judged = judgesPerItem(ratings)
  const cells = firsts.map((first, item): Cell => {
    const [meets, violates, irrelevant] = posterior.subarray(item * 3, item * 3 + 3)
    const shares = { meets: meets!, violates: violates!, irrelevant: irrelevant! }
    const verdict = VERDICTS.find((said) => shares[said] >= SURE) ?? 'undetermined'
    const { case: where, response, statement } = first
    return { case: where, response, statement, ...shares, judges: judged[item]!, verdict }
  })
  return { cells, typical: typicalOf(confusion, judges.length) }
}

/** Whether the response may, for all the judges say, violate the statement. */
export const mayViolate = (cell: Cell): boolean => cell.violates > EXCLUDED

/** Whether the response more likely than not bears on the statement at all. */
export const bearsOn = (cell: Cell): boolean => cell.irrelevant <= 0.5

/**
 * Seven imagined answers in ten are right, five per true verdict; one answer in ten is a slip. So two newcomers who
 * agree settle nothing, three do, and one judge never does: at most 1 - (2/3) 0.1 = 0.933 (ADR 0005).
 */
const MODESTY: RaterModel = { imagined: { right: 3.5, wrong: 0.75 }, slip: 0.1 }

/** The judgements by case, response, statement, judge and verdict, in the order of their ids. */
function inPlace(judgements: readonly Judgement[]): readonly Judgement[] {
  const parts = (['case', 'response', 'statement', 'judge', 'verdict'] as const).map((part) =>
    ranksOf(judgements, part),
  )
  return judgements
    .map((_, at) => at)
    .sort((a, b) => {
      for (const ranks of parts) if (ranks[a] !== ranks[b]) return ranks[a]! - ranks[b]!
      return 0
    })
    .map((at) => judgements[at]!)
}

/** Ids are compared once each, and not once for every pair of judgements. */
function ranksOf(judgements: readonly Judgement[], part: keyof Judgement): Uint32Array {
  const ids = [...new Set(judgements.map((judgement) => judgement[part] as string))].sort(byId)
  const rank = new Map(ids.map((id, at) => [id, at]))
  return Uint32Array.from(judgements, (judgement) => rank.get(judgement[part])!)
}

const sameCell = (a: Judgement, b: Judgement): boolean =>
  a.case === b.case && a.response === b.response && a.statement === b.statement

/** One entry per judge, cell and answer; `firsts` holds one judgement of each cell. */
function ratingsOf(sorted: readonly Judgement[], judges: readonly JudgeId[]) {
  const seat = new Map(judges.map((judge, at) => [judge, at]))
  const firsts: Judgement[] = []
  const item = sorted.map((judgement, at) => {
    if (at === 0 || !sameCell(sorted[at - 1]!, judgement)) firsts.push(judgement)
    return firsts.length - 1
  })
  const voices = new Map<string, number>()
  const voice = (at: number) => `${item[at]} ${seat.get(sorted[at]!.judge)}`
  for (let at = 0; at < sorted.length; at++) voices.set(voice(at), (voices.get(voice(at)) ?? 0) + 1)
  const ratings: Ratings = {
    items: firsts.length,
    raters: judges.length,
    classes: VERDICTS.length,
    item: Uint32Array.from(item),
    rater: Uint32Array.from(sorted, ({ judge }) => seat.get(judge)!),
    said: Uint8Array.from(sorted, ({ verdict }) => VERDICTS.indexOf(verdict)),
    weight: Float64Array.from(sorted, (_, at) => 1 / voices.get(voice(at))!),
  }
  return { ratings, firsts }
}

function judgesPerItem({ items, item, weight }: Ratings): number[] {
  const voices = new Array<number>(items).fill(0)
  for (let at = 0; at < item.length; at++) voices[item[at]!]! += weight[at]!
  return voices.map(Math.round)
}

/** The mean over the judges; with none, what is believed of a newcomer. */
function typicalOf(confusion: Float64Array, judges: number): Float64Array {
  const { right, wrong } = MODESTY.imagined
  const mean = new Float64Array(9)
  for (let cell = 0; cell < 9; cell++) {
    const believed = (cell % 4 === 0 ? right : wrong) / (right + 2 * wrong)
    mean[cell] = (1 - MODESTY.slip) * believed + MODESTY.slip / 3
    if (judges === 0) continue
    mean[cell] = 0
    for (let judge = 0; judge < judges; judge++) mean[cell]! += confusion[judge * 9 + cell]! / judges
  }
  return mean
}
