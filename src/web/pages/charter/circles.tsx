import type { FC } from 'hono/jsx'
import type { Cycle } from '../../../charter/index.ts'
import { counted } from '../../words.ts'
import { anchorOf } from './words.ts'

/** Rulings that lead round: in each case one value comes first, and across cases nobody can say which matters most. */
export const Circles: FC<{ cycles: readonly Cycle[] }> = ({ cycles }) =>
  cycles.length === 0 ? (
    <p class="meta">No rulings lead round in a circle.</p>
  ) : (
    <section class="banner stack" aria-labelledby="h-circles">
      <h3 id="h-circles">{`${counted(cycles.length, 'circle')}: no value comes first everywhere`}</h3>
      {cycles.map(({ values, rulings }) => (
        <ol class="circle">
          {values.map(({ text }, at) => (
            <li>
              <q dir="auto">{text}</q>
              {' goes before '}
              <q dir="auto">{values[(at + 1) % values.length]?.text}</q>
              {' by '}
              <a href={`#${anchorOf(rulings[at] ?? '')}`}>{rulings[at]}</a>
            </li>
          ))}
        </ol>
      ))}
      <p>
        Each holds in its own cases, so they can all be followed. But no order of these values agrees with all
        of them, and none is claimed.
      </p>
    </section>
  )
