import type { FC } from 'hono/jsx'
import { Page, type PageName, pathOf } from '../page.tsx'
import type { Frame, Mapped, Studied } from '../views.ts'
import { ProblemPage } from './problem.tsx'

/** What a page shows while there is no study to show. */
type Unready = Exclude<Studied<Mapped>, { readonly kind: 'ready' }>

interface UnreadyProps {
  readonly frame: Frame
  readonly current: PageName
  /** What the page will be called. */
  readonly title: string
  readonly studied: Unready
}

/** Instead of a page whose study is under way or failed: never an empty result, never the last one. */
export const UnreadyPage: FC<UnreadyProps> = ({ frame, current, title, studied }) =>
  studied.kind === 'counting' ? (
    <CountingPage frame={frame} current={current} title={title} says={studied.says} done={studied.done} />
  ) : (
    <ProblemPage
      frame={frame}
      title="This could not be counted"
      what={studied.because}
      kept="Every answer that was given. Nothing is shown here until all of them are counted."
      next={{
        says: 'Try again in a minute. If it stays so, tell whoever runs this assembly what it says above.',
        href: pathOf(frame, current === 'home' ? '' : `/${current}`),
        label: 'Try again',
      }}
    />
  )

interface CountingProps {
  readonly frame: Frame
  readonly current: PageName
  readonly title: string
  /** What is being done: `Drawing the map`. */
  readonly says: string
  /** A share of the whole, 0 to 1. */
  readonly done: number
}

/** Counting takes a while: a sentence and a bar; the page looks again every two seconds. */
export const CountingPage: FC<CountingProps> = ({ frame, current, title, says, done }) => (
  <Page frame={frame} current={current} title={title} refreshSeconds={LOOKS_AGAIN}>
    <main id="main" class="wrap">
      <div class="head">
        <p class="kicker">{title}</p>
        <h1>{says}</h1>
        <label class="lede" for="counting">
          {`Every answer is being counted. ${Math.floor(100 * done)} of 100 parts are done.`}
        </label>
        <progress id="counting" max="100" value={Math.floor(100 * done)} />
        <p class="meta">This page looks again every two seconds. You need not wait; nothing is lost.</p>
      </div>
    </main>
  </Page>
)

const LOOKS_AGAIN = 2
