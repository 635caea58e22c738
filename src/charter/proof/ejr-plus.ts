import { counted } from '../../kernel/index.ts'
import type { Charter } from '../schema.ts'
import { agreed, areEnough, type Counting } from './count.ts'
import { type ProofFinding, unlessBroken } from './finding.ts'

type EjrPlus = Charter['certificates']['slates'][number]['ejrPlus']
type Claim = NonNullable<EjrPlus['closest']>

/** Counts every claim again: that the closest is as it is stated, that none comes closer, and what follows. */
export function verifyEjrPlus(claimed: EjrPlus, counting: Counting, path: string): ProofFinding {
  const claims = claimsAgainst(counting)
  const { closest, outcome } = claimed
  const same = claims.find(
    ({ statement, owed, people }) =>
      closest !== null &&
      statement === closest.statement &&
      owed === closest.owed &&
      people === closest.people,
  )
  const closer = claims.find(
    ({ people, owed }) => people * (closest?.owed ?? 1) > (closest?.people ?? 0) * owed,
  )
  const isRefuted = closest !== null && areEnough(closest.people, closest.owed, counting)
  return unlessBroken(path, keptText(claimed), [
    ...(closest !== null && same === undefined
      ? [`The ballots do not bear out its closest claim: ${told(closest)}.`]
      : []),
    ...(closer === undefined ? [] : [`Another claim comes closer: ${told(closer)}.`]),
    ...(isRefuted === (outcome === 'refuted')
      ? []
      : [`It is called ${outcome}, and the ballots say otherwise.`]),
  ])
}

/**
 * For each statement without a seat and each number of seats, who agrees with it and has fewer. Nobody has more seats
 * than the slate has: to be owed still more brings no further people, so the work grows with the slate and not with the
 * seats that a file names.
 */
function claimsAgainst({ ballots, candidates, slate, seats }: Counting): Claim[] {
  const seated = new Set(slate)
  const most = Math.min(seats, slate.length + 1)
  const having = ballots.map((ballot) => ({ ...ballot, has: agreed(ballot, slate) }))
  return candidates
    .filter((statement) => !seated.has(statement))
    .flatMap((statement) => {
      const withExactly = new Array<number>(most).fill(0)
      for (const { people, agree, has } of having)
        if (has < most && agree.has(statement)) withExactly[has]! += people
      let withFewer = 0
      return withExactly.map((people, has) => {
        withFewer += people
        return { statement, people: withFewer, owed: has + 1 }
      })
    })
    .filter(({ people }) => people > 0)
}

const told = ({ statement, people, owed }: Claim): string =>
  `${counted(people, 'person agrees', 'people agree')} with statement ${statement}, each with fewer than ${counted(owed, 'seat')}`

const keptText = ({ outcome, closest }: EjrPlus): string =>
  outcome === 'refuted'
    ? `EJR+ fails, as it says: ${told(closest)}, and they are enough for them.`
    : closest === null
      ? 'EJR+ holds: nobody agrees with a statement that has no seat.'
      : `EJR+ holds. Closest to a claim: ${told(closest)}.`
