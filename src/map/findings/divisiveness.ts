import { byId, type Interval, type StatementId, wilson } from '../../kernel/index.ts'
import type { Divisiveness } from '../opinion-map.ts'
import type { PooledStatement } from './pooled-shares.ts'
import type { StatementTally } from './support.ts'

/**
 * How far each statement divides people: everybody, whatever their group, and the groups from each other.
 *
 * Everybody: the variance of the answers of those who took a side, agree +1 and disagree −1, which is 4·q·(1 − q) of
 * the share q that agreed. Groups: the gap between the pooled shares of the group that agrees most and the one that
 * agrees least. The groups were found in these votes, so some gap is there always; whether it is more is another test.
 *
 * Shapes: one entry per statement, the widest gap first, then the most evenly divided, ties by id.
 * Units:  0 to 1; the gap is a difference of shares.
 * Source: variance as division, DiMaggio et al. 1996, Am. J. Sociol. 102(3):690-755; ADR 0034.
 */
export function divisivenessOf(
  tallies: readonly StatementTally[],
  pooled: ReadonlyMap<StatementId, PooledStatement>,
): Divisiveness[] {
  return tallies
    .map(({ statement, overall }) => ({
      statement,
      sides: sidesOf(wilson(overall.agree, overall.agree + overall.disagree)),
      gap: pooled.get(statement)!.gap,
    }))
    .sort(
      (a, b) =>
        widthOf(b) - widthOf(a) || b.sides.estimate - a.sides.estimate || byId(a.statement, b.statement),
    )
}

const widthOf = ({ gap }: Divisiveness): number => gap?.difference.estimate ?? 0

/**
 * 4·q·(1 − q) over an interval of q.
 *
 * @example
 * sidesOf({ estimate: 0.25, low: 0.125, high: 0.5 }) // => { estimate: 0.75, low: 0.4375, high: 1 }
 */
export function sidesOf<T extends Pick<Interval, 'estimate' | 'low' | 'high'>>(share: T): T {
  const divided = (q: number) => 4 * q * (1 - q)
  const [a, b] = [divided(share.low), divided(share.high)]
  const even = share.low <= 0.5 && share.high >= 0.5
  return { ...share, estimate: divided(share.estimate), low: Math.min(a, b), high: even ? 1 : Math.max(a, b) }
}
