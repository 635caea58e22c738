import type { Child, FC } from 'hono/jsx'
import type { GroupId, Interval } from '../../kernel/index.ts'
import { shapeOf } from './marks.tsx'

interface RangeProps {
  readonly interval: Pick<Interval, 'low' | 'high' | 'estimate'>
  /** What the whole line stands for. */
  readonly of: number
  readonly group: GroupId | null
  /** A line across it, where something else lies. */
  readonly mark?: number
  /** The same in words. */
  readonly children?: Child
}

/** A band for what is not a share of people: overlaps of re-runs, places that a group approves. */
export const Range: FC<RangeProps> = ({ interval: { low, high, estimate }, of, group, mark, children }) => {
  const at = (value: number) => Math.min(100, Math.max(0, (100 * value) / of)).toFixed(1)
  const shape = group === null ? 'n' : shapeOf(group)
  const colour = shape === 'n' ? '' : `;--c:var(--g-${shape})`
  return (
    <>
      <span class="iv" style={`--lo:${at(low)};--hi:${at(high)};--at:${at(estimate)}${colour}`}>
        {mark === undefined ? null : <i class="mark" style={`--x:${at(mark)}`} />}
      </span>
      <span class="num">{children}</span>
    </>
  )
}
