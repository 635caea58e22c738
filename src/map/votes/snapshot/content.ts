import { type Bytes, type ParticipantId, type StatementId, utf8 } from '../../../kernel/index.ts'
import type { VoteChange } from '../change.ts'
import type { VoteMatrix } from '../matrix.ts'
import { idsBytes, idsIn, textOf } from './id-bytes.ts'
import { type Segment, segmentOf } from './segment.ts'
import { bytesOf, wordsOf } from './words.ts'

/** The votes of a matrix, with how many entries of the record they were counted through. */
export function votesSegment(matrix: VoteMatrix, through: number): Segment {
  const { people, columns, leftOut, participants, statements, rowStart, statement, vote } = matrix
  return segmentOf('votes', [
    utf8(JSON.stringify({ people, columns, leftOut, through })),
    ...idsBytes(participants),
    ...idsBytes(statements),
    bytesOf(rowStart),
    bytesOf(statement),
    bytesOf(vote),
  ])
}

export function changesSegment(changes: readonly VoteChange[], through: number): Segment {
  const [participants, people] = numbered(changes.map(({ participant }) => participant))
  const [statements, columns] = numbered(changes.map(({ statement }) => statement))
  return segmentOf('changes', [
    utf8(JSON.stringify({ changes: changes.length, through })),
    ...idsBytes(participants),
    ...idsBytes(statements),
    bytesOf(people),
    bytesOf(columns),
    bytesOf(Int8Array.from(changes, ({ vote }) => vote ?? TAKEN_BACK)),
  ])
}

export function matrixIn(sections: readonly Bytes[]): {
  readonly matrix: VoteMatrix
  readonly through: number
} {
  const { people, columns, leftOut, through } = JSON.parse(textOf(sections[0]!)) as Info
  const statement =
    columns <= 0x10000 ? wordsOf(sections[6]!, Uint16Array) : wordsOf(sections[6]!, Uint32Array)
  const matrix: VoteMatrix = {
    people,
    columns,
    leftOut,
    participants: idsIn<ParticipantId>(sections[1]!, sections[2]!),
    statements: idsIn<StatementId>(sections[3]!, sections[4]!),
    rowStart: wordsOf(sections[5]!, Uint32Array),
    statement,
    vote: wordsOf(sections[7]!, Int8Array),
  }
  return { matrix, through }
}

export function changesIn(sections: readonly Bytes[]): {
  readonly changes: VoteChange[]
  readonly through: number
} {
  const { through } = JSON.parse(textOf(sections[0]!)) as Info
  const participants = idsIn<ParticipantId>(sections[1]!, sections[2]!)
  const statements = idsIn<StatementId>(sections[3]!, sections[4]!)
  const [people, columns] = [wordsOf(sections[5]!, Uint32Array), wordsOf(sections[6]!, Uint32Array)]
  const changes = Array.from(
    wordsOf(sections[7]!, Int8Array),
    (vote, at): VoteChange => ({
      participant: participants[people[at]!]!,
      statement: statements[columns[at]!]!,
      vote: vote === TAKEN_BACK ? null : (vote as VoteChange['vote']),
    }),
  )
  return { changes, through }
}

interface Info {
  readonly people: number
  readonly columns: number
  readonly leftOut: number
  readonly through: number
}

function numbered<Id extends string>(ids: readonly Id[]): [distinct: Id[], numbers: Uint32Array] {
  const numbers = new Map<Id, number>()
  const each = Uint32Array.from(ids, (id) => {
    const number = numbers.get(id) ?? numbers.size
    numbers.set(id, number)
    return number
  })
  return [[...numbers.keys()], each]
}

const TAKEN_BACK = 2
