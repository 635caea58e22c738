import type { Checks } from './checked.ts'
import { consensusFlip, representativeFlip } from './findings/flips.ts'
import { heldOutOf } from './findings/held-out.ts'
import { type Listed, listedIn } from './findings/listed.ts'
import { groupedInto } from './findings/regrouped.ts'
import { regroupedConsensus } from './findings/regrouped-consensus.ts'
import { talliesOf } from './findings/support.ts'
import { type GroupingMethod, groupsOfVotes, type MapOptions, namesOf, USUAL } from './groups/groups.ts'
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
 * change a list, what becomes of it with other groups or another way of finding them, and whom the groups swallow.
 *
 * People are divided some fifty times more than for the map itself, and grouped by their votes, so it is asked for by
 * itself.
 *
 * Errors: none; a map without groups has no differences to test, and nothing that speaks for a group.
 * Source: ADR 0035, ADR 0045, ADR 0047, ADR 0048.
 */
export function checksOf({ matrix, map, seed }: Checked): Checks {
  const membership = membershipOf(matrix, groupsIn(map))
  const k = membership.groups.length
  const tallies = new Map(talliesOf(matrix, membership).map((tally) => [tally.statement, tally]))
  const products = k === 0 ? new Map() : regroupedConsensus(matrix, { k, seed: `${seed}/again` })
  const divisions = divisionsOf({ matrix, map, seed }, membership)
  const methods = methodsOf({ matrix, map, seed }, membership)
  const hangsOn = (isListed: (listed: Listed) => boolean) => ({
    byK: divisions.map(({ k, listed }) => ({ k, listed: isListed(listed) })),
    byMethod: methods.map(({ listed, ...way }) => ({ ...way, listed: isListed(listed) })),
  })
  return {
    minorities: minoritiesOf(matrix, membership, `${seed}/minorities`),
    heldOut: k === 0 ? [] : heldOutOf(matrix, { k, seed: `${seed}/held-out` }),
    consensus: map.consensus.flatMap(({ statement, direction, interval }) => {
      const flip = consensusFlip(tallies.get(statement)!, direction)
      if (flip === null) return []
      const regroupedInterval = products.get(statement)?.[direction] ?? interval
      const listed = hangsOn(({ isAgreed }) => isAgreed(statement, direction))
      return [{ statement, direction, interval: regroupedInterval, flip, ...listed }]
    }),
    representative: map.representative.map(({ group, statement, direction }) => ({
      group,
      statement,
      direction,
      flip: representativeFlip(tallies.get(statement)!, group, direction),
      ...hangsOn(({ speaks }) => speaks(statement, direction)),
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

/** The lists for either way of grouping; for the map's own way, by its own groups. */
function methodsOf({ matrix, map, seed }: Checked, own: Membership) {
  const { latent, asked } = map.grouping.evidence
  const ownMethod = latent === null ? 'k-means' : 'latent-class'
  return METHODS.map((method) => {
    const options = { ...USUAL, seed: `${seed}/by/${method}`, groups: method, k: asked }
    const membership = method === ownMethod ? own : otherwise(matrix, options)
    return { method, groups: membership.groups.length, listed: listedIn(talliesOf(matrix, membership)) }
  })
}

function otherwise(matrix: VoteMatrix, options: MapOptions): Membership {
  const { grouping, labels } = groupsOfVotes(matrix, options)
  return { groups: namesOf(grouping), labels }
}

const METHODS: readonly GroupingMethod[] = ['k-means', 'latent-class']
