import { byId, counted, type ParticipantId, type StatementId } from '../../kernel/index.ts'
import type { PolisParts } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/** The cells of participants-votes.csv against the latest votes of votes.csv, joined by person and statement. */
export function sameAnswersFinding({ votes, matrix }: PolisParts): PublishedFinding {
  const said = {
    check: 'the same answers in two files',
    claimed: 'participants-votes.csv holds the latest vote of each person in votes.csv.',
  } as const
  if (votes === null || matrix === null)
    return {
      kind: 'cannot-be-told',
      ...said,
      recomputed: `The export has no ${votes === null ? 'votes.csv' : 'participants-votes.csv'}.`,
      settles: 'An export with both files',
    }
  const { answers, off } = compared(votes.latest, matrix.answers)
  const [first] = off
  if (first === undefined)
    return { kind: 'agrees', ...said, recomputed: `All ${answers} answers are the same in both files.` }
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `${off.length} of ${answers} answers differ, or stand in one file only.`,
    count: off.length,
    of: answers,
    example: `person ${first.person} on statement ${first.statement}: ${first.cell} in participants-votes.csv, ${first.latest} in votes.csv`,
    cause:
      'The two files may have been written one after the other while people voted, or rows joined by position.',
    settles: 'An export whose files were all written at once',
  }
}

/** Statements and people that one file names and the file that should list them does not. */
export function idsFinding({ votes, matrix, comments }: PolisParts): PublishedFinding {
  const tables = [votes?.latest, matrix?.answers].filter((table) => table !== undefined)
  const voted = new Set(tables.flatMap((table) => [...table.values()].flatMap((own) => [...own.keys()])))
  const statements = [...voted].filter((statement) => !comments.statements.has(statement)).sort(byId)
  const voters = matrix === null ? [] : [...(votes?.latest.keys() ?? [])]
  const people = voters.filter((person) => !matrix?.people.has(person)).sort(byId)
  const said = {
    check: 'ids',
    claimed:
      'Every statement voted on stands in comments.csv, and everybody who voted in participants-votes.csv.',
  } as const
  if (statements.length + people.length === 0)
    return { kind: 'agrees', ...said, recomputed: 'Every id of one file is found in the others.' }
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `Not listed: ${counted(statements.length, 'statement')} that somebody voted on, and ${counted(people.length, 'person', 'people')} who voted.`,
    count: statements.length + people.length,
    of: voted.size + (matrix?.people.size ?? 0) + people.length,
    example: statements[0] === undefined ? `person ${people[0]}` : `statement ${statements[0]}`,
    cause: 'Rows may have been left out of one file, or the files may come from different exports.',
    settles: 'The missing rows, or an export whose files were all written at once',
  }
}

type Answers = ReadonlyMap<ParticipantId, ReadonlyMap<StatementId, { readonly vote: string }>>

function compared(latest: Answers, cells: Answers) {
  const off: { person: ParticipantId; statement: StatementId; latest: string; cell: string }[] = []
  let answers = 0
  for (const person of new Set([...latest.keys(), ...cells.keys()])) {
    const [voted, listed] = [latest.get(person), cells.get(person)]
    for (const statement of new Set([...(voted?.keys() ?? []), ...(listed?.keys() ?? [])])) {
      answers++
      const vote = voted?.get(statement)?.vote ?? 'nothing'
      const cell = listed?.get(statement)?.vote ?? 'nothing'
      if (vote !== cell) off.push({ person, statement, latest: vote, cell })
    }
  }
  off.sort((a, b) => byId(a.person, b.person) || byId(a.statement, b.statement))
  return { answers, off }
}
