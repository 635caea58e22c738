import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { valueIn } from './importer.case.ts'
import { count, flag } from './polis-cells.ts'
import { claim, column, columnOr, orNothing, readTyped } from './typed-table.ts'

const SCHEMA = {
  votes: column('n-votes', count),
  group: columnOr('group-id', orNothing(count), null, 'groups are unknown'),
  meta: columnOr('is-meta', flag, false, 'nothing is about people'),
}

const read = (text: string) => {
  const values: unknown[] = []
  const result = readTyped({ name: 'a.csv', text }, SCHEMA, () => (row) => {
    values.push(row)
    return null
  })
  return result.kind === 'parsed' ? { values, missing: result.value } : problemLine(result.problem)
}

describe('a typed table', () => {
  test('is read by name and kind', () => {
    expect(read('is_meta,n-votes,group-id\nTRUE,3,\n,0,1\n')).toEqual({
      values: [
        { votes: 3, group: null, meta: true },
        { votes: 0, group: 1, meta: false },
      ],
      missing: [],
    })
  })

  test('says which columns it went without, and what that means', () => {
    expect(read('n-votes\n3\n')).toEqual({
      values: [{ votes: 3, group: null, meta: false }],
      missing: [
        { name: 'group-id', means: 'groups are unknown' },
        { name: 'is-meta', means: 'nothing is about people' },
      ],
    })
  })

  test('a claim is null where the file makes none, and is not missed', () => {
    const claims = (text: string) => {
      const values: unknown[] = []
      const schema = { id: column('id', count), total: claim('total', count) }
      const result = readTyped({ name: 'a.csv', text }, schema, () => (row) => {
        values.push(row.total)
        return null
      })
      return [values, valueIn(result)]
    }
    expect(claims('id,total\n0,3\n1,\n')).toEqual([[3, null], []])
    expect(claims('id\n0\n')).toEqual([[null], []])
  })

  test.each([
    ['group-id\n1\n', 'a.csv, row 1: found the columns "group-id", expected a column "n-votes"'],
    ['n-votes\n1\n\n-1\n', 'a.csv, row 4, column "n-votes": found "-1", expected a whole number'],
    ['n-votes\n1e3\n', 'a.csv, row 2, column "n-votes": found "1e3", expected a whole number'],
    [
      'n-votes,group-id\n1,x\n',
      'a.csv, row 2, column "group-id": found "x", expected a whole number or nothing',
    ],
    [
      'n-votes,is-meta\n1,constructor\n',
      'a.csv, row 2, column "is-meta": found "constructor", expected true or false',
    ],
  ])('%j is refused', (text, line) => expect(read(text)).toBe(line))
})
