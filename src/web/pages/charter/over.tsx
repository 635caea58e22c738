import type { FC } from 'hono/jsx'
import type { Ruling } from '../../../charter/index.ts'
import { FEWEST_SHOWN } from '../../words.ts'

interface OverProps {
  readonly prefer: string
  readonly over: string
  /** While too few compared the two, it is open which gives way. */
  readonly between: 'over' | 'or'
}

/** Of two values one gives way; the words of both, verbatim. */
export const Over: FC<OverProps> = ({ prefer, over, between }) => (
  <>
    <b dir="auto">{prefer}</b> <i>{between}</i> <b dir="auto">{over}</b>
  </>
)

export const betweenOf = ({ support: { overall } }: Pick<Ruling, 'support'>): OverProps['between'] =>
  overall.n < FEWEST_SHOWN ? 'or' : 'over'
