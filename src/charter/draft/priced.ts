import type { StatementId } from '../../kernel/index.ts'
import type { Priced, RulingOutcome } from '../../negotiate/index.ts'
import type { Capture, Floor, Origins } from '../schema.ts'
import type { Desk } from './request.ts'

/** What a clause says of its price, and of whose say on it rests on one origin. */
interface Says {
  readonly capture: Capture
  readonly origins: Origins
}

/** Of a floor: on what it rests decides what would take it away. */
export const pricedFloor = ({ captures }: Desk, statement: StatementId, { kind }: Floor['basis']): Says =>
  said((kind === 'negotiated' ? captures.seats : captures.floors).get(statement))

/** Of a statement that some rules seat: to lose its seat, or to win one, under the rule in force. */
export const pricedSeat = ({ captures }: Desk, statement: StatementId): Says =>
  said(captures.seats.get(statement))

/** Of a ruling that stands, or of one that is contested. A robust one may be contested because of another clause. */
export function pricedRuling(
  { captures }: Desk,
  { prefer, over, status }: RulingOutcome,
  stands: boolean,
): Says {
  const found = captures.rulings.find((one) => one.prefer === prefer && one.over === over)
  return stands || status === 'contested' ? said(found) : { ...said(found), capture: IN_THE_WAY }
}

const IN_THE_WAY: Capture = {
  kind: 'unknown',
  because: 'Another clause stands in its way, so votes on these two alone do not decide.',
}

const UNKNOWN: Says = {
  capture: { kind: 'unknown', because: 'It was not worked out.' },
  origins: { kind: 'unknown', because: 'It was not worked out.' },
}

function said(priced: Priced | undefined): Says {
  if (priced === undefined) return UNKNOWN
  const { capture, origins } = priced
  return {
    capture: 'aim' in capture ? { ...capture, aim: [...capture.aim] } : capture,
    origins:
      origins.kind === 'checked' ? { ...origins, rests: origins.rests.map((one) => ({ ...one })) } : origins,
  }
}
