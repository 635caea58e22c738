import { type Bytes, type ParticipantId, type Sign, type StatementId, utf8 } from '../../../kernel/index.ts'
import { isId } from '../../../listen/index.ts'
import type { VoteChange } from '../change.ts'
import type { VoteMatrix } from '../matrix.ts'
import { idsBytes, idsIn, textOf } from './id-bytes.ts'
import { isCount, isPossible } from './possible.ts'
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

/** The votes of a segment; null where its sections are whole and yet no votes. */
export function matrixIn(
  sections: readonly Bytes[],
): { readonly matrix: VoteMatrix; readonly through: number } | null {
  const info = infoIn(sections[0]!)
  const participants = idsIn<ParticipantId>(sections[1]!, sections[2]!)
  const statements = idsIn<StatementId>(sections[3]!, sections[4]!)
  if (info === null || participants === null || statements === null) return null
  const { people = -1, columns = -1, leftOut = -1, through } = info
  const matrix: VoteMatrix = {
    people,
    columns,
    leftOut,
    participants,
    statements,
    rowStart: wordsOf(sections[5]!, Uint32Array),
    statement: columns <= 0x10000 ? wordsOf(sections[6]!, Uint16Array) : wordsOf(sections[6]!, Uint32Array),
    vote: wordsOf(sections[7]!, Int8Array),
  }
  return isPossible(matrix) ? { matrix, through } : null
}

/** The changes of a segment; null where its sections are whole and yet no changes. */
export function changesIn(
  sections: readonly Bytes[],
): { readonly changes: VoteChange[]; readonly through: number } | null {
  const info = infoIn(sections[0]!)
  const participants = idsIn<ParticipantId>(sections[1]!, sections[2]!)
  const statements = idsIn<StatementId>(sections[3]!, sections[4]!)
  if (info === null || participants === null || statements === null) return null
  const [people, columns] = [wordsOf(sections[5]!, Uint32Array), wordsOf(sections[6]!, Uint32Array)]
  const votes = wordsOf(sections[7]!, Int8Array)
  const changes: VoteChange[] = []
  for (const [at, vote] of votes.entries()) {
    const [participant, statement] = [participants[people[at]!], statements[columns[at]!]]
    if (participant === undefined || statement === undefined || vote < -1 || vote > TAKEN_BACK) return null
    changes.push({ participant, statement, vote: vote === TAKEN_BACK ? null : (vote as Sign) })
  }
  return [...participants, ...statements].every(isId) ? { changes, through: info.through } : null
}

interface Info {
  readonly people?: number
  readonly columns?: number
  readonly leftOut?: number
  readonly through: number
}

function infoIn(section: Bytes): Info | null {
  const text = textOf(section)
  if (text === null) return null
  try {
    const info = JSON.parse(text) as Info | null
    return isCount(info?.through) ? info : null
  } catch {
    return null
  }
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
