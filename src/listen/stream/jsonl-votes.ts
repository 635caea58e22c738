import { type IdTable, type Problem, quoted, signOf } from '../../kernel/index.ts'
import { parseRecord } from '../parse-record.ts'
import type { StreamedVote, VoteReader, VoteSink } from './vote-sink.ts'

/**
 * Reads votes and withdrawals in the native format, one JSON object a line; of several on one thing the later line
 * counts. A line without a `type` is a vote.
 *
 * Other types of line make a file that is read whole, not streamed: they are refused.
 *
 * Shapes: holds one piece of the file, and at most one line of the piece before.
 * Source: docs/formats/native.md.
 */
export function jsonlVotes(name: string, sink: VoteSink): VoteReader {
  const decoder = new TextDecoder()
  const take = lineTaker(name, sink)
  let rest = ''
  let rows = 0

  const takeLines = (text: string): Problem | null => {
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const problem = take(text.slice(start, end), ++rows)
      if (problem !== null) return problem
      start = end + 1
    }
    rest = text.slice(start)
    return rest.length <= LONGEST_LINE ? null : tooLong(`${name}, row ${rows + 1}`)
  }

  return {
    get rows() {
      return rows
    },
    take: (bytes) => takeLines(rest + decoder.decode(bytes, { stream: true })),
    end: () => takeLines(`${rest}${decoder.decode()}\n`),
  }
}

function lineTaker(name: string, sink: VoteSink): (line: string, row: number) => Problem | null {
  const scratch = new Uint8Array(512)
  const encoder = new TextEncoder()
  const numberOf = (ids: IdTable, id: string): number =>
    ids.numberOf(scratch, 0, encoder.encodeInto(id, scratch).written)
  return (line, row) => {
    if (line.trim() === '') return null
    const place = `${name}, row ${row}`
    if (line.includes(UNREADABLE))
      return { place, found: 'bytes that are not UTF-8', expected: 'text in UTF-8' }
    const said = answerIn(line, place)
    if ('place' in said) return said
    const { participant, statement, vote } = said
    sink.put({
      participant: numberOf(sink.participants, participant),
      statement: numberOf(sink.statements, statement),
      vote,
      at: 0,
    })
    return null
  }
}

type Said = Pick<StreamedVote, 'vote'> & { readonly participant: string; readonly statement: string }

function answerIn(line: string, place: string): Said | Problem {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { place, found: quoted(line), expected: 'one JSON object on one line' }
  }
  const isPlain = typeof value === 'object' && value !== null && !('type' in value)
  const record = parseRecord(isPlain ? { type: 'vote', ...(value as object) } : value, place)
  if (record.kind === 'refused') return record.problem
  const { value: said } = record
  switch (said.type) {
    case 'vote':
      return { participant: said.participant, statement: said.statement, vote: signOf(said.vote) }
    case 'withdrawal':
      return { participant: said.participant, statement: said.statement, vote: null }
    default:
      return {
        place: `${place}, field "type"`,
        found: quoted(said.type),
        expected: 'votes and withdrawals alone; files with other lines are read whole, and may have 256 MiB',
      }
  }
}

const tooLong = (place: string): Problem => ({
  place,
  found: `a line of more than ${LONGEST_LINE} characters`,
  expected: 'one vote a line',
})

const LONGEST_LINE = 1 << 16
/** What decoding puts where bytes spell nothing: with it, two ids would be taken for one. */
const UNREADABLE = '\ufffd'
