import type { FC } from 'hono/jsx'
import type { Cell } from '../../../classify/index.ts'

/** What the judges together say of one response and one value; a cell that nobody judged says so. */
export const Judgement: FC<{ cell: Cell | undefined }> = ({ cell }) => {
  if (cell === undefined) return <span class="j u">? not judged</span>
  if (cell.verdict === 'irrelevant') return <span class="j i">– irrelevant</span>
  if (cell.verdict === 'undetermined')
    return (
      <span class="j u">
        ? judges split<small>{`${probability(cell.violates)} violates`}</small>
      </span>
    )
  const meets = cell.verdict === 'meets'
  return (
    <span class={`j ${meets ? 'm' : 'v'}`}>
      {meets ? '✓ meets' : '✕ violates'}
      <small>{probability(cell[cell.verdict])}</small>
    </span>
  )
}

/**
 * A probability as it stands in a cell. Never 1 or 0: judges can all be wrong.
 *
 * @example
 * [probability(0.973), probability(0.9999), probability(0.0004)] // => ['.97', 'over .99', 'under .01']
 */
export function probability(share: number): string {
  if (share > 0.995) return 'over .99'
  return share < 0.005 ? 'under .01' : share.toFixed(2).replace(/^0/, '')
}
