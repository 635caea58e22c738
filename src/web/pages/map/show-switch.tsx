import type { Child, FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import type { Frame, Mapped, MapView } from '../../views.ts'

interface SwitchProps {
  readonly frame: Frame
  readonly study: Mapped
  readonly show: MapView['show']
}

/** What the drawing shows: links, so that every view has an address and works without a script. */
export const ShowSwitch: FC<SwitchProps> = ({ frame, study, show }) => {
  const first = study.map.representative[0]?.statement ?? study.map.support[0]?.statement ?? ''
  return (
    <nav class="show" aria-label="Show">
      <Choice frame={frame} show={show} kind="groups" query="">
        Groups
      </Choice>
      <Choice
        frame={frame}
        show={show}
        kind="statement"
        query={`?show=statement&statement=${encodeURIComponent(first)}`}
      >
        One statement
      </Choice>
      <Choice frame={frame} show={show} kind="statements" query="?show=statements&by=agreed">
        Every statement
      </Choice>
      <Choice frame={frame} show={show} kind="evidence" query="?show=evidence">
        How sure
      </Choice>
      <Choice frame={frame} show={show} kind="not-heard" query="?show=not-heard">
        Who was not heard
      </Choice>
      {show.kind === 'statement' ? <Picker frame={frame} study={study} chosen={show.statement} /> : null}
    </nav>
  )
}

interface ChoiceProps {
  readonly frame: Frame
  readonly show: MapView['show']
  readonly kind: MapView['show']['kind']
  readonly query: string
  readonly children?: Child
}

const Choice: FC<ChoiceProps> = ({ frame, show, kind, query, children }) => (
  <a
    class="btn"
    href={`${pathOf(frame, '/map')}${query}`}
    aria-current={show.kind === kind ? 'true' : undefined}
  >
    {children}
  </a>
)

const Picker: FC<{ frame: Frame; study: Mapped; chosen: string }> = ({ frame, study, chosen }) => {
  const answered = new Set(study.map.support.map(({ statement }) => statement))
  return (
    <form class="picker" action={pathOf(frame, '/map')}>
      <input type="hidden" name="show" value="statement" />
      <label for="pick">Which statement?</label>
      <select id="pick" name="statement">
        {study.listening.statements
          .filter(({ id }) => answered.has(id))
          .map(({ id, text }) => (
            <option value={id} selected={id === chosen}>
              {short(text)}
            </option>
          ))}
      </select>
      <button type="submit" class="btn">
        Show it
      </button>
    </form>
  )
}

/** A statement in a list to choose from: its beginning. */
const short = (text: string): string =>
  text.length <= LONGEST ? withoutStop(text) : `${text.slice(0, LONGEST - 1)}…`

const LONGEST = 110
