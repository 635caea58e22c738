import type { FC } from 'hono/jsx'
import type { GroupId } from '../../../kernel/index.ts'
import {
  type PublishedShare,
  type PublishedSupport,
  shareSays,
  whyHiddenSays,
} from '../../../publish/index.ts'
import { Group, shapeOf } from '../../parts/marks.tsx'
import { number } from '../../words.ts'

interface SharesProps {
  readonly support: PublishedSupport
  readonly says: string
}

/** A share of all and of each group as it is published: bands, bounds, and what is not shown with the reason. */
export const Shares: FC<SharesProps> = ({ support: { overall, groups }, says }) => (
  <div class="ben">
    <p class="meta">{says}</p>
    <span>All</span>
    <Share share={overall} group={null} />
    {(Object.entries(groups) as [GroupId, PublishedShare][]).map(([group, share]) => (
      <>
        <Group id={group} />
        <Share share={share} group={group} />
      </>
    ))}
  </div>
)

/** One share: a band, a bound without a middle, or that it is not shown and why. */
export const Share: FC<{ share: PublishedShare; group: GroupId | null }> = ({ share, group }) => {
  if (share.kind === 'not-shown')
    return (
      <>
        <span class="notshown">
          <span>Not shown</span>
        </span>
        <span class="num">{whyHiddenSays(share.because).replace('Not shown: ', '')}</span>
      </>
    )
  const shape = group === null ? 'n' : shapeOf(group)
  const colour = shape === 'n' ? '' : `;--c:var(--g-${shape})`
  return (
    <>
      <span
        class={share.kind === 'shown' ? 'iv half' : 'iv half bound'}
        style={`--lo:${share.low};--hi:${share.high};--at:${share.percent}${colour}`}
      />
      <span class="num">{`${shareSays(share)} of about ${number(share.people)}`}</span>
    </>
  )
}
