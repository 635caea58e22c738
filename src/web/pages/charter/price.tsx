import type { FC } from 'hono/jsx'
import { overturnSays } from '../../../charter/index.ts'

/** What it would take to overturn a clause, beside what it rests on. */
export const Price: FC<{ clause: Parameters<typeof overturnSays>[0] }> = ({ clause }) => (
  <>
    <dt>To overturn it</dt>
    <dd>{overturnSays(clause)}</dd>
  </>
)
