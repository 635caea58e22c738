import { describe, expect, test } from 'vitest'
import { id, problemLine } from '../kernel/index.ts'
import { readListening } from './read-files.ts'

const read = (files: Readonly<Record<string, string>>) => {
  const result = readListening(new Map(Object.entries(files)), { assembly: id('here') })
  return result.kind === 'parsed' ? result.value : problemLine(result.problem)
}

const POLIS = 'a Polis export (comments.csv with votes.csv or participants-votes.csv)'
const LIVE = 'a conversation of a running Polis (statements.csv with votes.csv)'
const NATIVE = 'records in the native format (*.jsonl)'
const assembly = '{"type":"assembly","id":"a","question":"?"}'

describe('files are read by the importer that knows them', () => {
  test('whichever it is', () => {
    expect(read({ 'a.jsonl': assembly })).toMatchObject({ assembly: { id: 'here', source: 'native' } })
    const polis = {
      'comments.csv': 'comment-id,comment-body\n0,x',
      'votes.csv': 'comment-id,voter-id,vote\n0,0,1',
    }
    expect(read(polis)).toMatchObject({ assembly: { id: 'here', source: 'polis export' } })
  })

  test('or by none, which says what could be read', () => {
    expect(read({ 'b.csv': '', 'a.csv': '' })).toBe(
      `a.csv, b.csv: found nothing that can be read, expected ${POLIS} or ${LIVE} or ${NATIVE}`,
    )
    expect(read({})).toBe(
      `the files: found nothing that can be read, expected ${POLIS} or ${LIVE} or ${NATIVE}`,
    )
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.csv`, '']))
    expect(read(many)).toContain('0.csv, 1.csv, 2.csv, 3.csv, 4.csv and 3 more: found')
  })

  test('or by none when two know them, because one of them would be left out', () => {
    expect(read({ 'a.jsonl': assembly, 'comments.csv': '' })).toBe(
      `a.jsonl, comments.csv: found both ${POLIS} and ${NATIVE}, expected one of them`,
    )
  })
})
