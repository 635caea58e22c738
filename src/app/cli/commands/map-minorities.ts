import { FEWEST_SHOWN, type StatementId } from '../../../kernel/index.ts'
import type { Minority, MinoritySays } from '../../../map/index.ts'
import { percent, shareText } from '../../../web/words.ts'

/**
 * Small firm minorities, as lines; they say how many, among whom and what, never who. What can point at a few people is
 * in `--json` alone, for whoever runs the assembly (ADR 0047).
 */
export function minorityLines(
  minorities: readonly Minority[],
  text: ReadonlyMap<StatementId, string>,
): readonly string[] {
  if (minorities.length === 0) return ['', 'no small firm minority was found outside the map’s groups']
  return [
    '',
    'small firm minorities: people who vote alike and unlike everybody else, and are no group of the map:',
    ...minorities.flatMap((one) => [
      `  ${memberLine(one)}`,
      ...one.says.map((said) => `    ${sayingLine(said, one)}  ${text.get(said.statement) ?? ''}`),
    ]),
  ]
}

function memberLine({ members, among, holds }: Minority): string {
  const cameBack = `it comes back ${shareText(holds)}, ${holds.n} re-runs`
  if (members < FEWEST_SHOWN)
    return `fewer than ${FEWEST_SHOWN} people${among === null ? '' : `, most of them counted in group ${among.group}`}; ${cameBack}`
  const where = among === null ? '' : `, ${percent(among.share)} % of them counted in group ${among.group}`
  return `${members} people${where}; ${cameBack}`
}

function sayingLine({ direction, statement, own, around }: MinoritySays, { among }: Minority): string {
  if (own.n < FEWEST_SHOWN) return `${direction} ${statement}  fewer than ${FEWEST_SHOWN} of them saw it`
  const others = among === null ? 'everybody else' : `the rest of ${among.group}`
  return `${direction} ${statement}  ${shareText(own)}, n ${own.n}; ${others} ${shareText(around)}`
}
