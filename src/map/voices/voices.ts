import type { ParticipantId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { OpinionMap } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { type EffectiveVoices, effectiveVoices } from './effective.ts'
import { lookAlikesOf } from './look-alikes.ts'
import { heldUp, type Removal } from './removals.ts'
import { type AttributeResponse, responseOf } from './response.ts'
import { fewestThatEndAGroup, type Redraw, type Without, withoutEach } from './without.ts'

/** Who is missing, and who is loud. */
export interface Voices {
  /** By what people said about themselves; against targets where there are any. */
  readonly response: readonly AttributeResponse[]
  readonly effective: EffectiveVoices
  /** Flagged, never removed. Names people: for whoever runs the assembly, not for publication. */
  readonly lookAlikes: readonly LookAlikes[]
  /** Which results rest on few people, those on the fewest first. */
  readonly removals: readonly Removal[]
  /** So many people of the smallest group, and there is one group fewer; null where there are none. */
  readonly endsAGroup: number | null
  /** The map without each of the strongest sets of look-alikes. */
  readonly without: readonly Without[]
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
export function voicesOf(drawn: Drawn, said: Said): Voices {
  const { matrix, map } = drawn
  const sets = lookAlikesOf(matrix)
  return {
    response: responseOf(said),
    effective: effectiveVoices(matrix, sets),
    lookAlikes: sets.map(({ rows, evidence, needed }) => ({
      participants: rows.map((row) => matrix.participants[row]!),
      evidence,
      needed,
    })),
    removals: heldUp(map),
    endsAGroup: fewestThatEndAGroup(
      map.grouping.kind === 'groups' ? map.grouping.groups.map(({ members }) => members) : [],
    ),
    without: withoutEach(drawn, sets),
  }
}

/** A map, the votes it was drawn from, and how it would be drawn again. */
interface Drawn {
  readonly matrix: VoteMatrix
  readonly map: OpinionMap
  readonly redraw: Redraw
}

type Said = Pick<Listening, 'participants' | 'population' | 'votes'>
