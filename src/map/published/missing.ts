import type { PolisParts } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/** Files and columns that the export does not have, and what nobody can tell without them. */
export function missingFinding({ comments, votes, matrix, summary }: PolisParts): PublishedFinding {
  const said = { check: 'files and columns', claimed: 'The export is whole.' } as const
  const absent = [
    ...(votes === null ? ['votes.csv (when people voted, and what they changed)'] : []),
    ...(matrix === null ? ['participants-votes.csv (who is in which group)'] : []),
    ...(summary === null ? ['summary.csv (how many took part)'] : []),
    ...columnsIn('comments.csv', comments.missing),
    ...columnsIn('votes.csv', votes?.missing ?? []),
    ...columnsIn('participants-votes.csv', matrix?.missing ?? []),
  ]
  if (absent.length === 0)
    return { kind: 'agrees', ...said, recomputed: 'It has every file and column that is compared here.' }
  return {
    kind: 'cannot-be-told',
    ...said,
    recomputed: `It has no ${absent.join('; no ')}.`,
    settles: 'A new export of the same conversation, if its software writes them',
  }
}

const columnsIn = (file: string, missing: PolisParts['comments']['missing']): readonly string[] =>
  missing.map(({ name, means }) => `${name} in ${file} (${means})`)
