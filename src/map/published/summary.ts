import type { PolisParts } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/**
 * The counts of summary.csv against the other files.
 *
 * `comments` may count the statements listed or those somebody voted on: exports do either (ADR 0029). `views` leave no
 * trace in the files.
 */
export function summaryFinding(parts: PolisParts): PublishedFinding {
  const figures = figuresOf(parts)
  const given = figures.filter(({ said }) => said !== null)
  const off = given.filter(({ said, counted }) => !counted.includes(said ?? Number.NaN))
  const claim = {
    check: 'the summary',
    claimed: `summary.csv gives ${given.map(({ key, said }) => `${said} ${key}`).join(', ') || 'no count that can be recomputed'}.`,
  } as const
  const [first] = off
  if (given.length === 0)
    return {
      kind: 'cannot-be-told',
      ...claim,
      recomputed: figures.map(({ key, counted }) => `${counted[0]} ${key}`).join(', '),
      settles: `summary.csv with ${figures.map(({ key }) => key).join(', ')}`,
    }
  if (first === undefined)
    return { kind: 'agrees', ...claim, recomputed: 'The other files give the same counts.' }
  return {
    kind: 'contradicts',
    ...claim,
    recomputed: off.map(({ key, counted }) => `${counted.join(' or ')} ${key}`).join(', '),
    count: off.length,
    of: given.length,
    example: `${first.key}: claimed ${first.said}, recomputed ${first.counted.join(' or ')}`,
    cause:
      'The summary may have been written at another time than the other files, or people may have been left out.',
    settles:
      'An export whose files were all written at once, with the people and statements left out, if any',
  }
}

interface Figure {
  readonly key: 'voters' | 'commenters' | 'comments' | 'groups'
  readonly said: number | null
  /** What it may be. */
  readonly counted: readonly number[]
}

function figuresOf({ comments, matrix, merged, summary }: PolisParts): readonly Figure[] {
  const statements = [...comments.statements.values()]
  const distinct = (all: readonly (string | null)[]) => new Set(all.filter((one) => one !== null)).size
  const voted = new Set([...merged.answers.values()].flatMap((own) => [...own.keys()]))
  const groups = distinct([...(matrix?.people.values() ?? [])].map(({ group }) => group))
  const authors = distinct(statements.map(({ author }) => author))
  const figure = (key: Figure['key'], counts: readonly number[]): Figure => {
    const cell = summary?.get(key) ?? ''
    const known = counts.some((count) => count > 0)
    return { key, said: known && /^\d{1,9}$/.test(cell) ? Number(cell) : null, counted: [...new Set(counts)] }
  }
  return [
    figure('voters', [merged.answers.size]),
    figure('commenters', [authors]),
    figure('comments', [statements.length, voted.size]),
    figure('groups', [groups]),
  ]
}
