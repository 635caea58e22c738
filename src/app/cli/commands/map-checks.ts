import type { StatementId } from '../../../kernel/index.ts'
import type { CheckedConsensus, CheckedRepresentative, Checks, Flip, ListedBy } from '../../../map/index.ts'
import { shareText } from '../../../web/words.ts'
import { chanceText } from './map-findings.ts'
import { minorityLines } from './map-minorities.ts'

/** What a map's findings hang on, as lines. */
export function checkLines(checks: Checks, text: ReadonlyMap<StatementId, string>): readonly string[] {
  const said = (statement: StatementId) => text.get(statement) ?? ''
  const apart = checks.heldOut.filter(({ differs }) => differs)
  return [
    ...minorityLines(checks.minorities, text),
    ...(checks.heldOut.length === 0
      ? []
      : [
          '',
          `groups differ on ${apart.length} of ${checks.heldOut.length} statements, tested with groups found from the other statements (exact, corrected for ${checks.heldOut.length} tests, at most 5 % false):`,
          ...apart.map(
            ({ statement, adjusted }) => `  ${statement}  ${chanceText(adjusted)}  ${said(statement)}`,
          ),
        ]),
    ...wayLines(checks),
    '',
    'surely a majority of every group; interval with the doubt about who is in which group; what would end it:',
    ...(checks.consensus.length === 0 ? ['  nothing'] : []),
    ...checks.consensus.map((one) => `  ${consensusLine(one)}  ${said(one.statement)}`),
    ...(checks.representative.length === 0 ? [] : ['', 'speaks for a group; what would end it:']),
    ...checks.representative.map((one) => `  ${representativeLine(one)}  ${said(one.statement)}`),
  ]
}

/** What either way of grouping finds; each line below says where a finding is not listed by it. */
function wayLines({ consensus, representative }: Checks): readonly string[] {
  const ways = (consensus[0] ?? representative[0])?.byMethod ?? []
  if (ways.length === 0) return []
  const each = ways.map(
    ({ method, groups }) => `${groups === 0 ? 'no stable groups' : `${groups} groups`} by ${METHODS[method]}`,
  )
  return ['', `people were grouped in both ways: ${each.join(', ')}`]
}

const consensusLine = ({ statement, direction, interval, flip, ...hangs }: CheckedConsensus): string =>
  `${direction} ${statement}  ${shareText(interval)}  ${flipText(flip)}; ${hangsText(hangs)}`

const representativeLine = ({ group, statement, direction, flip, ...hangs }: CheckedRepresentative): string =>
  `${group} ${direction}s ${statement}  ${flip === null ? 'nothing qualifies, this is nearest' : flipText(flip)}; ${hangsText(hangs)}`

const flipText = ({ group, changed, added }: Flip): string =>
  `${changed} changed or ${added} added votes${group === null ? '' : ` in group ${group}`}`

const hangsText = ({ byK, byMethod }: Pick<CheckedConsensus, 'byK' | 'byMethod'>): string =>
  [byKText(byK), ...byMethod.filter(({ listed }) => !listed).map(notByText)].join('; ')

const notByText = ({ method, groups }: ListedBy): string =>
  groups === 0
    ? `not with everybody as one, as by ${METHODS[method]}`
    : `not with the ${groups} groups by ${METHODS[method]}`

const METHODS = { 'k-means': 'place (k-means)', 'latent-class': 'votes (latent classes)' }

function byKText(byK: CheckedConsensus['byK']): string {
  const listed = byK.filter((one) => one.listed).map(({ k }) => k)
  if (byK.length === 0) return 'no other number of groups was tried'
  return listed.length === 0
    ? 'with no number of groups'
    : `with ${listed.join(', ')} of ${byK.map(({ k }) => k).join(', ')} groups`
}
