import type { FC } from 'hono/jsx'
import { Page } from '../page.tsx'
import type { Frame } from '../views.ts'

export interface ProblemProps {
  /** Null where no assembly is known: a bad link. */
  readonly frame: Frame | null
  readonly title: string
  /** What happened, in a sentence or two. */
  readonly what: string
  /** What was kept; null where there was nothing to lose. */
  readonly kept: string | null
  /** What to do. */
  readonly next: { readonly says: string; readonly href: string; readonly label: string }
}

/** There is a problem: what happened, what was kept, what to do. */
export const ProblemPage: FC<ProblemProps> = ({ frame, ...problem }) =>
  frame === null ? (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>There is a problem · Parley</title>
        {['tokens', 'base', 'parts', 'problem'].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}.css`} />
        ))}
      </head>
      <body>
        <Problem {...problem} />
      </body>
    </html>
  ) : (
    <Page frame={frame} current={null} title="There is a problem" styles={['problem']}>
      <Problem {...problem} />
    </Page>
  )

const Problem: FC<Omit<ProblemProps, 'frame'>> = ({ title, what, kept, next }) => (
  <main id="main" class="wrap">
    <div class="head">
      <p class="kicker">There is a problem</p>
      <h1>{title}</h1>
      <p class="lede">{what}</p>
    </div>
    <dl class="kept">
      {kept === null ? null : (
        <>
          <dt>What was kept</dt>
          <dd>{kept}</dd>
        </>
      )}
      <dt>What to do</dt>
      <dd>{next.says}</dd>
    </dl>
    <p>
      <a class="btn primary" href={next.href}>
        {next.label}
      </a>
    </p>
  </main>
)
