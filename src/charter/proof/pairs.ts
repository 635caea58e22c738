import type { StatementId } from '../../kernel/index.ts'
import type { CastVote } from '../../listen/index.ts'
import type { ProofPair } from './proof.ts'

/** Every two candidates, the earlier first. */
export const pairsOf = (candidates: readonly StatementId[]): (readonly [StatementId, StatementId])[] =>
  candidates.flatMap((one, at) => candidates.slice(at + 1).map((other) => [one, other] as const))

/** How many prefer what to what, counted from the votes themselves: whoever voted on both agrees with one of them alone. */
export function recountedPairs(
  votes: readonly CastVote[],
  candidates: readonly StatementId[],
): readonly ProofPair[] {
  const count = candidates.length
  const met = new Float64Array(count * count)
  const alone = new Float64Array(count * count)
  for (const own of answersOf(votes, candidates).values())
    for (const [one, agrees] of own)
      for (const [other, agreesToo] of own) {
        met[one * count + other]!++
        if (agrees && !agreesToo) alone[one * count + other]!++
      }
  const placeOf = new Map(candidates.map((candidate, at) => [candidate, at]))
  return pairsOf(candidates).map(([a, b]) => {
    const [one, other] = [placeOf.get(a)!, placeOf.get(b)!]
    return {
      of: [a, b],
      prefer: [alone[one * count + other]!, alone[other * count + one]!],
      met: met[one * count + other]!,
    }
  })
}

/** For each person the candidates they voted on, by place, and whether they agree. */
function answersOf(
  votes: readonly CastVote[],
  candidates: readonly StatementId[],
): ReadonlyMap<string, ReadonlyMap<number, boolean>> {
  const placeOf = new Map(candidates.map((candidate, at) => [candidate, at]))
  const answers = new Map<string, Map<number, boolean>>()
  for (const { participant, statement, vote } of votes) {
    const place = placeOf.get(statement)
    if (place === undefined) continue
    const own = answers.get(participant) ?? new Map<number, boolean>()
    answers.set(participant, own.set(place, vote === 'agree' || own.get(place) === true))
  }
  return answers
}
