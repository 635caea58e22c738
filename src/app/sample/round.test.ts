import { expect, test } from 'vitest'
import { diffCharters, ratifiable, refusalOf, revised, roundOf, termsOf } from '../../charter/index.ts'
import { roundOfSample } from './round.ts'
import { sampleCharter, sampleStudy } from './study.case.ts'

test('the sample’s round takes every act, answers every proposal and leaves a draft for the vote', () => {
  const draft = sampleCharter()
  const at = '2026-05-01T08:00:00Z'
  const acted = [{ act: { kind: 'opened' as const, terms: termsOf(draft), by: 'op' }, at }]
  const roundSoFar = () => roundOf(draft, acted)!
  for (const act of roundOfSample(draft, sampleStudy().map.people)) {
    expect(refusalOf(roundSoFar(), act)).toBeNull()
    acted.push({ act, at } as never)
  }
  const made = revised(roundSoFar(), { version: '1.1', closed: at, groupOf: () => null })
  if (made.kind === 'refused') throw new Error(made.problem.found)
  expect(ratifiable(made.value)).toBe(true)
  expect(made.value.round?.proposals.map(({ answer }) => answer).sort()).toEqual([
    'adopted',
    'deferred',
    'rejected',
  ])
  expect(made.value.round?.dissent).toHaveLength(3)
  const changed = diffCharters(draft, made.value).changes.filter(({ kind }) => kind === 'changed')
  expect(changed.map((one) => 'field' in one && one.field).sort()).toEqual([
    'objections',
    'objections',
    'scale',
  ])
})
