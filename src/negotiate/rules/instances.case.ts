import { existsSync, readFileSync } from 'node:fs'
import { id } from '../../kernel/index.ts'
import { ballotsOf } from '../ballots.ts'
import { oneEach, type Profile } from '../profile.ts'

/**
 * 500 approval instances from abcvoting's benchmark, with the committees that exact fractions give and whether each
 * satisfies EJR+. They are not part of this project.
 */
const FILE = '../shared/data/committees/instances.jsonl'

export interface Instance {
  readonly id: number
  readonly candidates: number
  readonly seats: number
  readonly approvals: readonly (readonly number[])[]
  readonly expected: Readonly<Record<'seqpav' | 'phragmen' | 'equalShares', readonly number[]>>
  readonly ejrPlus: Readonly<Record<'seqpav' | 'phragmen' | 'equalShares', boolean>>
}

export const INSTANCES: readonly Instance[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []

/** Why tests of them are skipped, for their names; empty where they are here. */
export const SKIPPED = INSTANCES.length === 0 ? ` (skipped: ${FILE} is not here)` : ''

/** The profile of an instance, built once for all tests of a file. */
export function profileOf(instance: Instance): Profile {
  const profile = PROFILES.get(instance) ?? builtFrom(instance)
  PROFILES.set(instance, profile)
  return profile
}

const PROFILES = new Map<Instance, Profile>()

function builtFrom({ candidates, approvals }: Instance): Profile {
  const everything = Array.from({ length: candidates }, (_, candidate) => candidate)
  return oneEach({
    candidates: everything.map((candidate) => id(`${candidate}`)),
    people: approvals.map((_, person) => id(`${person}`)),
    approvals: ballotsOf(approvals),
    seen: ballotsOf(approvals.map(() => everything)),
    groups: [],
  })
}
