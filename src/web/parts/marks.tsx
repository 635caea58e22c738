import type { Child, FC } from 'hono/jsx'
import type { GroupId, Interval } from '../../kernel/index.ts'
import { FEWEST_SHOWN, number, shareText } from '../words.ts'

/** Words as marks: standings, findings, decisions. The word is always there; colour only repeats it. */
export const Tag: FC<{ kind: string; children?: Child }> = ({ kind, children }) => (
  <span class={`tag ${kind}`}>{children ?? kind}</span>
)

/** An opinion group: colour, shape and letter, always all three. Beyond six the letter carries it alone. */
export const Group: FC<{ id: GroupId | null; children?: Child }> = ({ id, children }) => (
  <span class={`g ${id === null ? 'n' : shapeOf(id)}`}>{children ?? id ?? 'Not placed'}</span>
)

/** The class that gives a group its colour and shape. */
export const shapeOf = (id: GroupId): string => (/^[A-F]$/.test(id) ? id.toLowerCase() : 'n')

/**
 * A share drawn as a band: the band is the message, the tick only its middle. `half` marks one half. With too few
 * people it says so instead.
 */
export const Band: FC<{ interval: Interval; group?: GroupId; half?: boolean }> = ({
  interval,
  group,
  half = false,
}) => {
  if (interval.n < FEWEST_SHOWN) return <NotShown people={interval.n} />
  const colour = group !== undefined && shapeOf(group) !== 'n' ? `;--c:var(--g-${shapeOf(group)})` : ''
  const at = (share: number) => (share * 100).toFixed(1)
  return (
    <>
      <span
        class={half ? 'iv half' : 'iv'}
        style={`--lo:${at(interval.low)};--hi:${at(interval.high)};--at:${at(interval.estimate)}${colour}`}
      />
      <span class="num">{shareText(interval)}</span>
    </>
  )
}

/** What is not shown says why, with the threshold. */
export const NotShown: FC<{ people: number }> = ({ people }) => (
  <>
    <span class="notshown">
      <span>Not shown</span>
    </span>
    <span class="num">{`${number(people)} asked, we need ${FEWEST_SHOWN}`}</span>
  </>
)

/** What is unknown, as large as what is known; the first line names it. */
export const UnknownBox: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="unknown-box stack">
    <p>{title}</p>
    {children}
  </div>
)

/** Dissent beside what it opposes, at the same size, in the words of those who said it. */
export const DissentBox: FC<{ title: string; words: readonly string[]; children?: Child }> = ({
  title,
  words,
  children,
}) => (
  <div class="dissent">
    <p>{title}</p>
    {words.map((one) => (
      <blockquote dir="auto">{`“${one}”`}</blockquote>
    ))}
    {children}
  </div>
)
