import { rowAt } from '../ballots.ts'
import type { Profile } from '../profile.ts'
import type { Guarantee } from './guarantee.ts'

/** Tries every pair of a seated and an unseated candidate that the same people saw. */
export const pareto: Guarantee = {
  name: 'pareto',
  title: 'Nothing better for everybody is passed over (Pareto)',
  sentence:
    'No statement is seated before another one that the same people saw, if everybody who agrees with the first agrees with the other as well, and somebody agrees with the other only.',
  source: 'Arrow 1951, Social Choice and Individual Values (the weak order of unanimous preferences)',
  broken: (choose, profile, seats) => {
    const slate = new Set(choose(profile, seats))
    const { candidates } = profile
    for (const [seated, statement] of candidates.entries())
      for (const [unseated, better] of candidates.entries())
        if (slate.has(statement) && !slate.has(better) && isBetter(profile, unseated, seated))
          return `${statement} is seated and ${better} is not, though nobody prefers it and somebody prefers ${better}`
    return null
  },
}

function isBetter(profile: Profile, one: number, other: number): boolean {
  const ballots = [...profile.people.keys()]
    .filter((person) => profile.weights[person]! > 0)
    .map((person) => ({
      saw: rowAt(profile.seen, person),
      agrees: rowAt(profile.approvals, person),
    }))
  return (
    ballots.every(({ saw }) => saw.includes(one) === saw.includes(other)) &&
    ballots.every(({ agrees }) => agrees.includes(one) || !agrees.includes(other)) &&
    ballots.some(({ agrees }) => agrees.includes(one) && !agrees.includes(other))
  )
}
