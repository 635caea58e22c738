import type { FC } from 'hono/jsx'
import { UnknownBox } from '../../parts/marks.tsx'

/** A section that could not be written is named, not dropped. */
export const Missing: FC<{ says: string }> = ({ says }) => (
  <UnknownBox title="Not there">
    <p>{says}</p>
  </UnknownBox>
)
