import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { chance, id } from '../../kernel/index.ts'
import { type Ballots, ballotsOf, oneEach, type Profile } from '../../negotiate/index.ts'

/** 500 small elections, and where they are from. */
export interface Committees {
  readonly from: string
  readonly elections: readonly Election[]
}

export interface Election {
  readonly approvals: Ballots
  readonly candidates: number
  readonly seats: number
}

/** Instances of abcvoting's benchmark, which are not part of this project. */
const FILE = '../shared/data/committees/instances.jsonl'

/** The instances of abcvoting's benchmark where they are here; otherwise as many of their size, drawn by chance. */
export const committees = (seed: string): Committees =>
  existsSync(FILE)
    ? {
        from: 'abcvoting’s benchmark',
        elections: readFileSync(FILE, 'utf8').trim().split('\n').map(electionOf),
      }
    : { from: `drawn by chance, as ${FILE} is not here`, elections: drawnElections(seed) }

/** The profile of an election in which everybody saw everything. */
export function profileOf({ approvals, candidates }: Election): Profile {
  const people = approvals.offsets.length - 1
  const everything = Array.from({ length: candidates }, (_, candidate) => candidate)
  return oneEach({
    candidates: everything.map((candidate) => id(`${candidate}`)),
    people: Array.from({ length: people }, (_, person) => id(`${person}`)),
    approvals,
    seen: ballotsOf(Array.from({ length: people }, () => everything)),
    groups: [],
  })
}

const electionLine = z.object({
  approvals: z.array(z.array(z.number().int().nonnegative())),
  candidates: z.number().int().positive(),
  seats: z.number().int().positive(),
})

function electionOf(line: string): Election {
  const { approvals, candidates, seats } = electionLine.parse(JSON.parse(line))
  return { approvals: ballotsOf(approvals), candidates, seats }
}

/** 5 to 100 people, as many candidates, a fifth of them seated at most; each person agrees with one in seven. */
function drawnElections(seed: string): Election[] {
  const stream = chance(`${seed}/committees`)
  return Array.from({ length: 500 }, () => {
    const [people, candidates] = [5 + stream.below(96), 5 + stream.below(96)]
    const marks = () => Array.from({ length: candidates }, (_, at) => at).filter(() => stream.below(7) === 0)
    const approvals = ballotsOf(Array.from({ length: people }, marks))
    return { approvals, candidates, seats: 1 + stream.below(Math.ceil(candidates / 5)) }
  })
}
