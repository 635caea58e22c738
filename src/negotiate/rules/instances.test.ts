import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { ballotsOf } from '../ballots.ts'
import { claimAgainst } from '../guarantees/ejr-plus.ts'
import { oneEach, type Profile } from '../profile.ts'
import { RULES } from './index.ts'

/**
 * 500 approval instances from abcvoting's benchmark, with the committees that exact fractions give and whether each
 * satisfies EJR+. They are not part of this project.
 */
const FILE = '../shared/data/committees/instances.jsonl'

interface Instance {
  readonly id: number
  readonly candidates: number
  readonly seats: number
  readonly approvals: readonly (readonly number[])[]
  readonly expected: Readonly<Record<'seqpav' | 'phragmen' | 'equalShares', readonly number[]>>
  readonly ejrPlus: Readonly<Record<'seqpav' | 'phragmen' | 'equalShares', boolean>>
}

const instances: Instance[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : []

const reason = instances.length === 0 ? ` (skipped: ${FILE} is not here)` : ''

describe.skipIf(instances.length === 0)(`abcvoting’s benchmark${reason}`, () => {
  test.each([
    ['equal-shares', 'equalShares'],
    ['phragmen', 'phragmen'],
    ['seq-pav', 'seqpav'],
  ] as const)('%s elects the same committee on all 500', (rule, expected) => {
    expect(instances).toHaveLength(500)
    const different = instances.filter((instance) => {
      const slate = RULES[rule].choose(profileOf(instance), instance.seats)
      return sorted(slate.map(Number)) !== sorted(instance.expected[expected])
    })
    expect(different.map((instance) => instance.id)).toEqual([])
  })

  test.each([
    'seqpav',
    'phragmen',
    'equalShares',
  ] as const)('EJR+ of the %s committees is judged the same on all 500', (rule) => {
    const different = instances.filter((instance) => {
      const slate = instance.expected[rule].map((candidate) => id<'statement'>(`${candidate}`))
      return (claimAgainst(profileOf(instance), slate, instance.seats) === null) !== instance.ejrPlus[rule]
    })
    expect(different.map((instance) => instance.id)).toEqual([])
  })
})

function profileOf({ candidates, approvals }: Instance): Profile {
  const everything = Array.from({ length: candidates }, (_, candidate) => candidate)
  return oneEach({
    candidates: everything.map((candidate) => id(`${candidate}`)),
    people: approvals.map((_, person) => id(`${person}`)),
    approvals: ballotsOf(approvals),
    seen: ballotsOf(approvals.map(() => everything)),
    groups: [],
  })
}

const sorted = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join()
