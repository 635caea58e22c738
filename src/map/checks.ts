import type { Checks } from './checked.ts'
import { consensusFlip, representativeFlip } from './findings/flips.ts'
import { heldOutOf } from './findings/held-out.ts'
import { type Listed, listedIn } from './findings/listed.ts'
import { groupedInto } from './findings/regrouped.ts'
import { regroupedConsensus } from './findings/regrouped-consensus.ts'
import { talliesOf } from './findings/support.ts'
import { type Membership, membershipOf } from './groups/membership.ts'
import { minoritiesOf } from './minorities/minorities.ts'
import { groupsIn } from './named.ts'
import type { OpinionMap } from './opinion-map.ts'
import type { VoteMatrix } from './votes/matrix.ts'

/** A map with the votes that it was drawn from. */
export interface Checked {
  readonly matrix: VoteMatrix
  readonly map: OpinionMap
  /** Names the chance that deals and draws are made from. */
  readonly seed: string
}

/**
 * What a map's findings hang on: whether groups differ on statements that did not make them, how many votes would
 * change a list, and what becomes of it with other groups.
 *
 * People are divided some fifty times more than for the map itself, so it is asked for by itself.
 *
 * Errors: none; a map without groups has no differences to test, and nothing that speaks for a group.
 * Source: ADR 0035, ADR 0045.
 */
export function checksOf({ matrix, map, seed }: Checked): Checks {
  const membership = membershipOf(matrix, groupsIn(map))
  const k = membership.groups.length
  const tallies = new Map(talliesOf(matrix, membership).map((tally) => [tally.statement, tally]))
  const products = k === 0 ? new Map() : regroupedConsensus(matrix, { k, seed: `${seed}/again` })
  const divisions = divisionsOf({ matrix, map, seed }, membership)
  const byK = (isListed: (listed: Listed) => boolean) =>
    divisions.map(({ k, listed }) => ({ k, listed: isListed(listed) }))
  return {
    minorities: minoritiesOf(matrix, membership, `${seed}/minorities`),
    heldOut: k === 0 ? [] : heldOutOf(matrix, { k, seed: `${seed}/held-out` }),
    consensus: map.consensus.flatMap(({ statement, direction, interval }) => {
      const flip = consensusFlip(tallies.get(statement)!, direction)
      if (flip === null) return []
      const regroupedInterval = products.get(statement)?.[direction] ?? interval
      const listed = byK(({ isAgreed }) => isAgreed(statement, direction))
      return [{ statement, direction, interval: regroupedInterval, flip, byK: listed }]
    }),
    representative: map.representative.map(({ group, statement, direction }) => ({
      group,
      statement,
      direction,
      flip: representativeFlip(tallies.get(statement)!, group, direction),
      byK: byK(({ speaks }) => speaks(statement, direction)),
    })),
  }
}

/** The lists for every number of groups that the map tried; for its own, by its own groups. */
function divisionsOf({ matrix, map, seed }: Checked, own: Membership) {
  return map.grouping.evidence.silhouettes.flatMap(({ k }) => {
    const membership = k === own.groups.length ? own : groupedInto(matrix, { k, seed: `${seed}/into/${k}` })
    return membership === null ? [] : [{ k, listed: listedIn(talliesOf(matrix, membership)) }]
  })
}
