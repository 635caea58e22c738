import { pairwiseOf } from '../pairwise.ts'
import type { Profile } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/** Looks for a candidate that beats each other one, and for its seat. */
export const condorcet: Guarantee = {
  name: 'condorcet',
  title: 'Who beats all others is seated (Condorcet)',
  sentence:
    'A statement that more people prefer than not when held against any other one, of those who saw both, has a seat.',
  source: 'Condorcet 1785, Essai sur l’application de l’analyse',
  broken: (choose, profile, seats) => {
    const winner = winnerOf(profile)
    if (winner === -1 || seats === 0) return null
    const best = profile.candidates[winner]!
    return choose(profile, seats).includes(best) ? null : `${best} beats each other statement and has no seat`
  },
}

function winnerOf(profile: Profile): number {
  const { count, wins } = pairwiseOf(profile)
  const beats = (one: number, other: number) => wins[one * count + other]! > wins[other * count + one]!
  const everybody = [...profile.candidates.keys()]
  return everybody.findIndex((one) => everybody.every((other) => other === one || beats(one, other)))
}
