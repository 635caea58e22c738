import { resultOf } from '../../kernel/index.ts'
import { bridgingSteps, type VoteMatrix } from '../../map/index.ts'
import { compareRows, rowAt, rowsAt } from '../ballots.ts'
import { type Profile, statementsAt } from '../profile.ts'
import type { Rule } from './rule.ts'

/** What people agree with who usually differ, by the model that Community Notes runs. */
export const bridging: Rule = {
  name: 'bridging',
  title: 'What bridges',
  sentence:
    'Each answer is explained by how readily the person agrees at all and by the line that divides people most; the statements that are agreed with beyond what that explains are seated.',
  source:
    'Wojcik et al. 2022, arXiv:2210.15723, with the penalties that Community Notes runs; seats and ties: ADR 0053',
  standing: 'declarable',
  guarantees: ['anonymity', 'neutrality', 'committee-monotonicity'],
  choose: (profile, seats) => {
    const scores = resultOf(bridgingSteps(answersOf(profile))).map((one) =>
      one.kind === 'known' ? one.score.estimate : Number.NEGATIVE_INFINITY,
    )
    return statementsAt(profile, inOrder(scores).slice(0, seats))
  },
}

/** Scores closer than this are a tie: sums in another order differ by less, a fit that ended a pass earlier by more. */
export const SAME = 1e-9

/** Places by score, best first; those that are as good as the best of them left go in order. */
function inOrder(scores: readonly number[]): number[] {
  const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b)
  const order: number[] = []
  for (let from = 0; from < sorted.length; ) {
    const best = scores[sorted[from]!]!
    const to = sorted.findIndex((place, at) => at > from && scores[place]! < best - SAME)
    const tied = sorted.slice(from, to === -1 ? sorted.length : to)
    order.push(...tied.sort((a, b) => a - b))
    from += tied.length
  }
  return order
}

/**
 * Who saw what, as agreed with or not; a row that stands for more people comes as often.
 *
 * Rows stand in the order of what they say: a fit that adds up in another order may end elsewhere.
 */
function answersOf({ candidates, people, approvals, seen, weights }: Profile): VoteMatrix {
  const sorted = [...weights.keys()].sort(
    (a, b) => compareRows(seen, a, b) || compareRows(approvals, a, b) || a - b,
  )
  const rows = Uint32Array.from(sorted.flatMap((row) => new Array<number>(weights[row]!).fill(row)))
  const { offsets: rowStart, candidates: statement } = rowsAt(seen, rows)
  const vote = new Int8Array(statement.length).fill(-1)
  for (const [at, row] of rows.entries()) {
    const agreed = new Set(rowAt(approvals, row))
    for (let entry = rowStart[at]!; entry < rowStart[at + 1]!; entry++)
      if (agreed.has(statement[entry]!)) vote[entry] = 1
  }
  const participants = Array.from(rows, (row) => people[row]!)
  const [count, columns] = [rows.length, candidates.length]
  return {
    people: count,
    columns,
    participants,
    statements: candidates,
    rowStart,
    statement,
    vote,
    leftOut: 0,
  }
}
