import type { FC } from 'hono/jsx'
import type { PublishedVerdict } from '../../../publish/index.ts'
import { Tag } from '../../parts/marks.tsx'

/** Kept, broken or unknown; what was not tested is unknown too. */
export const Verdict: FC<{ finding: PublishedVerdict }> = ({ finding }) =>
  finding === 'unverified' ? (
    <>
      <Tag kind="unknown" /> not tested
    </>
  ) : (
    <Tag kind={finding} />
  )
