import { isInPlay } from '../../classify/index.ts'
import { byId, type GroupId, type Interval, type StatementId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { schulzeOrder } from '../orders/schulze.ts'
import { leadsOf, pairwiseOf } from '../pairwise.ts'
import { FEWEST_VIEWERS, profileOf } from '../profile.ts'

/** One of people's own statements, as common ground. */
export interface CommonWords {
  readonly statement: StatementId
  /** Share of everybody who answered it. */
  readonly overall: Interval
  /** The group of which the smallest share agrees, by the lower bound; null where there are no groups. */
  readonly least: { readonly group: GroupId; readonly agree: Interval } | null
}

/** So many statements are held one against one; beyond them nobody reads. */
export const MOST_COMMON = 50

/**
 * What people share already, in their own words: statements that enough people answered, by Schulze's method on their
 * votes, of those that the group that agrees least agrees with most.
 *
 * Nothing here was written by a machine, and nothing needs one.
 *
 * Source: Schulze 2011; ADR 0065.
 */
export function commonGroundOf(listening: Listening, map: OpinionMap): readonly CommonWords[] {
  const own = new Set(
    listening.statements.filter((one) => isInPlay(one) && one.written === null).map(({ id }) => id),
  )
  const nearest = map.support
    .filter(({ statement, overall }) => own.has(statement) && overall.agree.n >= FEWEST_VIEWERS)
    .map(({ statement, overall, groups }): CommonWords => {
      const lowest = [...groups].sort(
        ([a, one], [b, other]) => one.agree.low - other.agree.low || byId(a, b),
      )[0]
      const least = lowest === undefined ? null : { group: lowest[0], agree: lowest[1].agree }
      return { statement, overall: overall.agree, least }
    })
    .sort((a, b) => floorOf(b) - floorOf(a) || byId(a.statement, b.statement))
    .slice(0, MOST_COMMON)
  // Sorted by how near they are, so that what the votes leave open goes by it.
  const profile = profileOf(listening, map, {
    candidates: nearest.map(({ statement }) => statement),
    leftOut: [],
  })
  return schulzeOrder(leadsOf(pairwiseOf(profile)), [...nearest.keys()]).map((at) => nearest[at]!)
}

const floorOf = ({ overall, least }: CommonWords): number => (least?.agree ?? overall).low
