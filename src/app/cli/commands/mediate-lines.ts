import type { CommonWords, Cost, Drawn, Material, Ranked, RoundStanding } from '../../../negotiate/index.ts'
import { writtenBy } from '../../../web/parts/spoken.tsx'
import { counted, number, shareText } from '../../../web/words.ts'

/** A round of mediation as lines for people. */

/** What leaves this machine, before it does. */
export const costSays = (
  { round, statements, critiques, leftOut }: Material,
  { calls, characters }: Cost,
): string =>
  `Round ${round} asks the model at most ${counted(calls, 'time')} and sends about ${number(characters)} characters: ${counted(statements.length, 'statement')} and ${counted(critiques.length, 'critique')} without names, shares of groups, nobody’s votes; ${leftOut} left out.`

export const commonSays = ({ statement, overall, least }: CommonWords): string =>
  `${statement}  ${shareText(overall)}${least === null ? '' : `; least in ${least.group}: ${shareText(least.agree)}`}`

/** What was asked for and did not come. */
export const drawnLines = (drawn: readonly Drawn[]): readonly string[] =>
  drawn.flatMap(({ candidate }, at) =>
    candidate.kind === 'unknown' ? [`No candidate from prompt ${at + 1}: ${candidate.because}.`] : [],
  )

/** A round as it stands: candidates in the order people rank them, else as foretold, else by id. */
export function roundLines({
  mediation,
  candidates,
  foretold,
  ranked,
  critiques,
}: RoundStanding): readonly string[] {
  const text = new Map(candidates.map((one) => [one.id, one.text]))
  const best = ranked.kind === 'ranked' ? ranked : foretold.ranked
  const order = best.kind === 'ranked' ? best.order : candidates.map(({ id }) => id)
  return [
    `Round ${mediation.round}. ${writtenBy(mediation.model)}, in the order ${orderSays(ranked, foretold.ranked)}:`,
    ...order.map((one) => `  ${one}  ${text.get(one) ?? ''}`),
    ...foretold.groups.map(
      ({ group, by }) =>
        `  group ${group} foretold by ${by === 'model' ? 'the model' : 'its votes on statements alike'}`,
    ),
    `  ${counted(critiques.length, 'critique')}; none of this stands before people voted for it.`,
  ]
}

function orderSays(ranked: Ranked, foretold: Ranked): string {
  if (ranked.kind === 'ranked')
    return `${counted(ranked.voices, 'person ranks', 'people rank')} them (Schulze)`
  return foretold.kind === 'ranked'
    ? 'groups are foretold to rank them (Schulze)'
    : 'of their ids: nobody ranked them'
}
