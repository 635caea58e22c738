import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { readRows, readTable } from './csv.ts'

const file = (text: string) => ({ name: 'a.csv', text })

const rows = (text: string) => {
  const taken: (readonly [number, ...string[]])[] = []
  const problem = readRows(file(text), (cells, row) => {
    taken.push([row, ...cells])
    return null
  })
  return problem === null ? taken : problemLine(problem)
}

const table = (text: string, needed: readonly string[]) => {
  const taken: string[] = []
  const result = readTable(file(text), needed, (columns) => (cells, row) => {
    taken.push(`${row}:${needed.map((name) => cells[columns.get(name) ?? -1]).join('|')}`)
    return null
  })
  return result.kind === 'parsed' ? taken : problemLine(result.problem)
}

describe('rows', () => {
  test('count as a spreadsheet numbers them, through texts over several lines and empty lines', () => {
    expect(rows('a,"b\nc"\n\nd,e\n')).toEqual([
      [1, 'a', 'b\nc'],
      [3, 'd', 'e'],
    ])
  })

  test('end as any system ends them', () => {
    expect(rows('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
      [4, 'g', 'h'],
    ])
  })

  test('what was quoted is read as it was, whatever it holds', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ü', '語', '😀') })
    const grid = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(grid, fc.constantFrom('\n', '\r\n', '\r'), (cells, end) => {
        const text = cells
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join(end)
        expect(rows(text)).toEqual(cells.map((row, at) => [at + 1, ...row]))
      }),
    )
  })

  test.each([
    ['a,b\n"c\nd,e', 'a.csv, row 2, cell 1: found a quotation mark that is never closed, '],
    ['a,b\nc,d"e', 'a.csv, row 2, cell 2: found a quotation mark in the middle, '],
    ['a,b\nc,"d"e', 'a.csv, row 2, cell 2: found a quotation mark in the middle, '],
  ])('%j is refused', (text, line) => {
    expect(rows(text)).toBe(`${line}expected quotation marks around the whole cell, doubled inside it`)
  })

  test('too many are refused', () => {
    const limited = (text: string) => {
      const problem = readRows(file(text), () => null, { rows: 2, columns: 3 })
      return problem === null ? 'read' : problemLine(problem)
    }
    expect(limited('a,b,c\nd')).toBe('read')
    expect(limited('a\nb\nc')).toBe('a.csv, row 3: found a row too many, expected at most 2 rows')
    expect(limited('a,b,c,d')).toBe('a.csv, row 1: found 4 cells, expected at most 3')
  })

  test('the first problem is the one that is told', () => {
    const problem = readRows(file('a\nb\nc"'), (cells, row) =>
      row > 1 ? { place: `row ${row}`, found: cells.join(), expected: 'nothing' } : null,
    )
    expect(problem).toEqual({ place: 'row 2', found: 'b', expected: 'nothing' })
  })
})

describe('a table', () => {
  test('is read by the names of its columns, however they are spelt', () => {
    expect(table('Vote, voter_ID ,x\n1,7,\n', ['voter-id', 'vote'])).toEqual(['2:7|1'])
  })

  test.each([
    ['', 'a.csv: found an empty file, expected a first row with "id", "vote"'],
    ['\n\n', 'a.csv: found an empty file, expected a first row with "id", "vote"'],
    ['id,x\n', 'a.csv, row 1: found the columns "id, x", expected a column "vote"; needed are id, vote'],
    ['id,vote,ID\n', 'a.csv, row 1: found the column "id" twice, expected each column once'],
    ['id,vote\n1,1\n2\n', 'a.csv, row 3: found 1 cells, expected 2, as in the first row'],
    ['id,vote\n1,1,1\n', 'a.csv, row 2: found 3 cells, expected 2, as in the first row'],
  ])('%j is refused', (text, line) => expect(table(text, ['id', 'vote'])).toBe(line))

  test('columns without a name may be many', () => {
    expect(table('id,,\n1,2,3', ['id'])).toEqual(['2:1'])
  })

  test('a column named like a part of JavaScript is only a column', () => {
    expect(table('__proto__,constructor,id\n1,2,3', ['id', 'constructor'])).toEqual(['2:3|2'])
    expect(table('id\n1', ['constructor'])).toContain('expected a column "constructor"')
  })
})
