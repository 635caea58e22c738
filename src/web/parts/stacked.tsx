import type { FC } from 'hono/jsx'
import { seen, type Tally } from '../../kernel/index.ts'
import { FEWEST_SHOWN, number, percent } from '../words.ts'
import { NotShown } from './marks.tsx'

/**
 * How a group answered, as a bar: agree, pass, disagree, and blank for those who did not see the statement. The number
 * beside it is the share who agree of those who saw it; whoever hears the page hears all three.
 */
export const Stacked: FC<{ tally: Tally; people: number }> = ({ tally, people }) => {
  const saw = seen(tally)
  if (saw < FEWEST_SHOWN) return <NotShown people={saw} />
  const width = (count: number) => `--w:${((100 * count) / Math.max(people, saw)).toFixed(1)}`
  return (
    <>
      <span class="stack3" role="img" aria-label={said(tally)}>
        <i style={width(tally.agree)} />
        <i class="p" style={width(tally.pass)} />
        <i class="d" style={width(tally.disagree)} />
      </span>
      <span class="num">{`${percent(tally.agree / saw)} % of ${number(saw)}`}</span>
    </>
  )
}

const said = (tally: Tally): string =>
  (['agree', 'pass', 'disagree'] as const)
    .map((answer) => `${percent(tally[answer] / seen(tally))} % ${answer}`)
    .join(', ')

/** What the parts of the bars mean. */
export const StackedKey: FC = () => (
  <p class="legend">
    <span class="key agree">Agree</span>
    <span class="key disagree">Disagree</span>
    <span class="key pass">Pass</span>
    <span>Blank: not seen. Numbers: agree, of those who saw it</span>
  </p>
)
