import { byId } from '../kernel/index.ts'
import type { ListeningRecord } from './record.ts'

/**
 * What a record is about, as a path of ids: a later record of the same list and key replaces the earlier.
 *
 * A comparison of two responses is the same question whichever of them stands first. A statement has one drafter's
 * note, because its charter clause needs one answer to who decides.
 *
 * Source: ADR 0013.
 *
 * @example
 * keyOf({ type: 'withdrawal', participant: 'p1', statement: '7' }) // => ['p1', '7']
 */
export function keyOf(record: ListeningRecord): readonly string[] {
  switch (record.type) {
    case 'assembly':
      return []
    case 'participant':
    case 'statement':
    case 'case':
    case 'mediation':
      return [record.id]
    case 'comparison':
      return [record.participant, record.case, ...[record.a, record.b].sort(byId)]
    case 'reason':
      return [record.participant, record.statement, record.side]
    case 'judgement':
      return [record.judge, record.case, record.response, record.statement]
    case 'drafting':
      return [record.statement]
    case 'ranking':
      return [record.participant, record.mediation]
    case 'population':
      return [record.attribute, record.value]
    case 'note':
      return [record.kind, record.says]
    case 'vote':
    case 'withdrawal':
    case 'weight':
    case 'second-order':
    case 'binding':
    case 'reach':
      return [record.participant, record.statement]
  }
}
