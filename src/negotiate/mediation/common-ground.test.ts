import { describe, expect, test } from 'vitest'
import { id, type Vote } from '../../kernel/index.ts'
import { commonGroundOf } from './common-ground.ts'
import { saidBy, toldAssembly, written } from './told-assembly.case.ts'

const answers = (statement: string, agree: number, of: number) =>
  Array.from({ length: of }, (_, person) => ({
    participant: id<'participant'>(`p${person}`),
    statement: id<'statement'>(statement),
    vote: (person < agree ? 'agree' : 'disagree') as Vote,
    at: null,
    shown: null,
  }))

describe('common ground in people’s own words', () => {
  const shares = {
    shared: { A: [24, 30], B: [22, 30] },
    split: { A: [30, 30], B: [5, 30] },
    rare: { A: [9, 9], B: [10, 10] },
    machine: { A: [30, 30], B: [30, 30] },
  } as const
  const { listening, map } = toldAssembly(shares)
  const said = {
    ...listening,
    statements: listening.statements.map((one) => (one.id === 'machine' ? written('machine', 'M.') : one)),
    votes: [...answers('shared', 46, 60), ...answers('split', 35, 60)],
  }

  test('is what wins one against one, with the group that agrees least; no machine’s, none that few saw', () => {
    expect(commonGroundOf(said, map)).toMatchObject([
      { statement: 'shared', overall: { n: 60 }, least: { group: 'B', agree: { n: 30 } } },
      { statement: 'split', least: { group: 'B' } },
    ])
  })

  test('is the same whatever the order of the records, and empty where nobody answered', () => {
    const turned = { ...said, votes: said.votes.toReversed(), statements: said.statements.toReversed() }
    expect(commonGroundOf(turned, { ...map, support: map.support.toReversed() })).toEqual(
      commonGroundOf(said, map),
    )
    const nobody = toldAssembly({})
    expect(commonGroundOf(nobody.listening, nobody.map)).toEqual([])
  })

  test('without groups has no group that agrees least', () => {
    const one = toldAssembly(
      { s: { A: [30, 40] } },
      { statements: [saidBy('s', 'S.')], votes: answers('s', 30, 40) },
    )
    const map = { ...one.map, support: one.map.support.map((support) => ({ ...support, groups: new Map() })) }
    expect(commonGroundOf(one.listening, map)).toMatchObject([{ statement: 's', least: null }])
  })
})
