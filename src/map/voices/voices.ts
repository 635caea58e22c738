import type { ParticipantId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { StatementTally } from '../findings/support.ts'
import type { OpinionMap } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { type EffectiveVoices, effectiveVoices } from './effective.ts'
import { lookAlikesOf } from './look-alikes.ts'
import { type Removal, removalsOf } from './removals.ts'
import { type AttributeResponse, responseOf } from './response.ts'

/** Who is missing, and who is loud. */
export interface Voices {
  /** By what people said about themselves; against targets where there are any. */
  readonly response: readonly AttributeResponse[]
  readonly effective: EffectiveVoices
  /** Flagged, never removed. Names people: for whoever runs the assembly, not for publication. */
  readonly lookAlikes: readonly LookAlikes[]
  /** Which results rest on few people, those on the fewest first. */
  readonly removals: readonly Removal[]
}

/** People whose answers coincide far more than chance, given how people like them answer. */
export interface LookAlikes {
  readonly participants: readonly ParticipantId[]
  /** How much their answers speak for copies of one ballot, and what had to be passed; in nats. */
  readonly evidence: number
  readonly needed: number
}

/**
 * Who is missing, who is loud: beside a map, from the same votes.
 *
 * Errors: none; what cannot be said is unknown.
 */
export function voicesOf(
  matrix: VoteMatrix,
  map: Pick<OpinionMap, 'support' | 'consensus' | 'representative'>,
  said: Pick<Listening, 'participants' | 'population' | 'votes'>,
): Voices {
  const sets = lookAlikesOf(matrix)
  return {
    response: responseOf(said),
    effective: effectiveVoices(matrix, sets),
    lookAlikes: sets.map(({ rows, evidence, needed }) => ({
      participants: rows.map((row) => matrix.participants[row]!),
      evidence,
      needed,
    })),
    removals: removalsOf(tallied(map), {
      consensus: (['agree', 'disagree'] as const).flatMap((side) =>
        map.consensus.filter(({ direction }) => direction === side).slice(0, LISTED),
      ),
      representative: map.representative,
    }),
  }
}

const tallied = ({ support }: Pick<OpinionMap, 'support'>): StatementTally[] =>
  support.map(({ statement, overall, groups }) => ({
    statement,
    overall: overall.tally,
    groups: new Map([...groups].map(([group, { tally }]) => [group, tally])),
  }))

/** So many statements each way are listed as agreed across groups. */
const LISTED = 10
