import type { FC } from 'hono/jsx'
import type { Charter, Dial, Floor } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import { Tag } from '../../parts/marks.tsx'
import { capital, spelled } from '../../spelled.ts'
import type { Frame } from '../../views.ts'
import { anchorOf } from '../charter/words.ts'
import { HIGHEST, STEPS } from './setting.ts'

interface DialsProps {
  readonly frame: Frame
  readonly charter: Charter
  readonly settings: ReadonlyMap<ClauseId, number>
  /** What the person last said, to try the dials on; null: nothing yet. */
  readonly lastWords: string | null
}

/** One’s own dials, within what the charter allows; and what no dial moves. */
export const Dials: FC<DialsProps> = ({ frame, charter, settings, lastWords }) => {
  const dials = charter.principles.filter((principle) => principle.kind === 'dial')
  const floors = charter.principles.filter((principle) => principle.kind === 'floor')
  return (
    <section class="card set" id="dials" aria-labelledby="dials-head">
      <div>
        <h2 id="dials-head">Your dials</h2>
        <p class="meta">
          {dials.length === 0
            ? 'This charter has no dials: nothing in it is left to each person.'
            : 'They change answers to you, and to no one else. Nothing changes until you save.'}
        </p>
      </div>
      {dials.length === 0 ? null : (
        <form id="set" class="dials" method="post" action={pathOf(frame, '/dials')}>
          {dials.map((dial) => (
            <OneDial dial={dial} setting={settings.get(dial.id) ?? dial.scale.start} />
          ))}
        </form>
      )}
      <Lock frame={frame} floors={floors} />
      {dials.length === 0 ? null : (
        <div class="row">
          <button type="submit" class="btn primary" form="set">
            Save my dials
          </button>
          {lastWords === null ? null : (
            <form method="post" action={pathOf(frame, '/chat')}>
              <button type="submit" class="btn" name="message" value={lastWords}>
                Ask my last question again
              </button>
            </form>
          )}
          <form method="post" action={pathOf(frame, '/dials')}>
            {dials.map(({ id, scale }) => (
              <input type="hidden" name={id} value={String(scale.start)} />
            ))}
            <button type="submit" class="btn plain">
              Back to where the assembly set them
            </button>
          </form>
        </div>
      )}
    </section>
  )
}

const OneDial: FC<{ dial: Dial; setting: number }> = ({ dial: { id, text, scale }, setting }) => (
  <fieldset class="dial" aria-describedby={`${id}-ends`}>
    <legend dir="auto">{text}</legend>
    <div class="seg">
      {STEPS.map((step) => (
        <label>
          <input
            type="radio"
            name={id}
            value={String(step)}
            checked={step === setting}
            disabled={step < scale.from || step > scale.to}
          />
          {step}
        </label>
      ))}
    </div>
    <p id={`${id}-ends`} class="ends">
      <span>
        {`0 · `}
        <bdi dir="auto">{scale.low.label}</bdi>
      </span>
      <span>
        {`${HIGHEST} · `}
        <bdi dir="auto">{scale.high.label}</bdi>
      </span>
    </p>
    <p class="meta">{boundsText(scale)}</p>
  </fieldset>
)

/**
 * How far a dial may be turned, and where it starts.
 *
 * @example
 * boundsText({ from: 1, to: 4, start: 2 }) // => 'The assembly set it to 2 and allows 1 to 4.'
 */
export const boundsText = ({ from, to, start }: Pick<Dial['scale'], 'from' | 'to' | 'start'>): string =>
  from === 0 && to === HIGHEST
    ? `The assembly set it to ${start}.`
    : `The assembly set it to ${start} and allows ${from} to ${to}.`

/** What no dial moves. */
const Lock: FC<{ frame: Frame; floors: readonly Floor[] }> = ({ frame, floors }) =>
  floors.length === 0 ? null : (
    <div class="lock">
      <Tag kind="floor">Floor</Tag>
      <details>
        <summary>
          {`No dial moves a floor. ${capital(spelled(floors.length))} ${floors.length === 1 ? 'holds' : 'hold'} in every answer to you`}
        </summary>
        <ul>
          {floors.map(({ id, text }) => (
            <li>
              <a href={pathOf(frame, `/charter#${anchorOf(id)}`)}>{id}</a> <bdi dir="auto">{text}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
