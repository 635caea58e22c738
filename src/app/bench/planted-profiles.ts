import { id, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import { FEWEST_VIEWERS, oneEach, type Profile } from '../../negotiate/index.ts'

/** A profile whose truth is known. */
export interface PlantedProfile {
  readonly profile: Profile
  /** The share of each group that would agree with each candidate, had all of it been asked. */
  readonly truth: readonly Float64Array[]
}

/** What a rule would see of a planted population whose groups are known: candidates are what enough people saw. */
export function plantedProfile(plan: PopulationPlan, seed: string): PlantedProfile {
  const { votes, group, groups, support } = populationOf(plan, seed)
  const viewers = new Uint32Array(votes.columns)
  for (const statement of votes.statement) viewers[statement]!++
  const kept = [...viewers.keys()].filter((statement) => viewers[statement]! >= FEWEST_VIEWERS)
  const numberOf = new Map(kept.map((statement, number) => [statement, number]))
  const rows = (wanted: (vote: number) => boolean) => {
    const offsets = new Uint32Array(votes.people + 1)
    const candidates: number[] = []
    for (let person = 0; person < votes.people; person++) {
      for (let at = votes.rowStart[person]!; at < votes.rowStart[person + 1]!; at++) {
        const candidate = numberOf.get(votes.statement[at]!)
        if (candidate !== undefined && wanted(votes.vote[at]!)) candidates.push(candidate)
      }
      offsets[person + 1] = candidates.length
    }
    return { offsets, candidates: Uint32Array.from(candidates) }
  }
  const people = Array.from({ length: votes.people }, (_, person) => person)
  return {
    profile: oneEach({
      candidates: kept.map((statement) => id(`${statement}`)),
      people: people.map((person) => id(`${person}`)),
      approvals: rows((vote) => vote === 1),
      seen: rows(() => true),
      groups: Array.from({ length: groups }, (_, own) => ({
        id: id(`${own}`),
        people: Uint32Array.from(people.filter((person) => group[person] === own)),
      })),
    }),
    truth: Array.from({ length: groups }, (_, own) =>
      Float64Array.from(kept, (statement) => support[own * votes.columns + statement]!),
    ),
  }
}
