import type { Bench, BenchRequest, BenchRow } from './bench.ts'
import { falseCallsIn, foundIn, NONE_PLANTED } from './covered/groups.ts'
import { type Held, heldIn, KINDS } from './covered/shares.ts'

/** Least share of 95 % intervals that must hold the truth, and most of the tests that may call a difference falsely. */
const COVERED = { atLeast: 0.93 }
const CALLED = { atMost: 0.05 }

/** How often the intervals of a map hold the truth, and how often its tests see what is not there. */
export const coverage: Bench = {
  name: 'coverage',
  measures:
    'how often 95 % intervals hold the planted truth, and how often groups are said to differ where none do',
  run: async (request, say) => [
    ...VOTES.flatMap((votes) => {
      say(`intervals from ${votes} votes a group`)
      return intervalRows(votes, request)
    }),
    ...[2, 3].flatMap((k) => {
      say(`no groups planted, ${k} found`)
      return falseRows(k, request)
    }),
    ...PEOPLE.flatMap((people) => {
      say(`three groups among ${people} people`)
      return foundRows(people, request)
    }),
  ],
}

const VOTES = [5, 10, 20, 50, 200]
const PEOPLE = [300, 1000]

/** The kind of population with the least coverage is the figure; the kinds are its parts. */
function intervalRows(votes: number, { seed, full }: BenchRequest): BenchRow[] {
  const sizes = [
    { statements: 100, groups: 4, repeats: full ? 100 : 20 },
    { statements: 10, groups: 2, repeats: full ? 1000 : 200 },
  ]
  return sizes.flatMap(({ statements, groups, repeats }) => {
    const held = Object.keys(KINDS).map(
      (kind) => [kind, heldIn({ kind, votes, statements, groups, repeats }, seed)] as const,
    )
    return OF.map(([of, what]): BenchRow => {
      const parts = Object.fromEntries(held.map(([kind, shares]) => [kind, shares[of]]))
      return {
        what: `${what}: ${votes} votes in each of ${groups} groups, ${statements} statements`,
        figure: Math.min(...Object.values(parts)),
        unit: 'share',
        parts,
        target: COVERED,
      }
    })
  })
}

/** What intervals are of. */
const OF: readonly (readonly [keyof Held, string])[] = [
  ['counted', 'counted share'],
  ['pooled', 'pooled share'],
  ['product', 'consensus'],
  ['gap', 'gap between groups'],
  ['sides', 'sides'],
]

function falseRows(k: number, { seed, full }: BenchRequest): BenchRow[] {
  const plan = { people: 300, statements: 60, k, repeats: full ? 100 : 20 }
  return Object.keys(NONE_PLANTED).flatMap((kind) => {
    const { naive, heldOut, naiveAny, heldOutAny } = falseCallsIn(kind, plan, seed)
    const named = `${kind}, ${k} groups found`
    return [
      {
        what: `false difference, one test: ${named}`,
        figure: heldOut,
        unit: 'share',
        parts: { naive },
        target: CALLED,
      },
      {
        what: `false difference, any of 60: ${named}`,
        figure: heldOutAny,
        unit: 'share',
        parts: { naive: naiveAny },
        target: CALLED,
      },
    ] satisfies BenchRow[]
  })
}

function foundRows(people: number, { seed, full }: BenchRequest): BenchRow[] {
  const { power, votesAlone, regrouped } = foundIn({ people, statements: 60, repeats: full ? 40 : 8 }, seed)
  return [
    {
      what: `differences of 30 points found: three groups, ${people} people`,
      figure: power,
      unit: 'share',
      target: { atLeast: 0.5 },
    },
    {
      what: `consensus of groups found: three groups, ${people} people`,
      figure: regrouped,
      unit: 'share',
      parts: { 'votes alone': votesAlone },
    },
  ]
}
