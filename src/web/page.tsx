import type { Child, FC } from 'hono/jsx'
import type { Frame } from './views.ts'

/** The pages of an assembly, in the order of the flow. */
export type PageName =
  | 'home'
  | 'vote'
  | 'map'
  | 'conflicts'
  | 'negotiate'
  | 'charter'
  | 'chat'
  | 'desk'
  | 'findings'
  | 'report'

interface PageProps {
  readonly frame: Frame
  readonly current: PageName | null
  /** The page's own title; the assembly's question follows it. */
  readonly title: string
  /** Names of style sheets and scripts of this page alone. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
  /** The page reloads itself while something is being counted. */
  readonly refreshSeconds?: number
  readonly children?: Child
}

/** The frame every page stands in: skip link, bar, content, foot. */
export const Page: FC<PageProps> = ({
  frame,
  current,
  title,
  styles = [],
  scripts = [],
  refreshSeconds,
  children,
}) => (
  <html lang="en" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${frame.assembly.question} · Parley`}</title>
      {['tokens', 'base', 'parts', ...styles].map((name) => (
        <link rel="stylesheet" href={`/assets/${name}.css`} />
      ))}
      {scripts.map((name) => (
        <script type="module" src={`/assets/${name}.js`} />
      ))}
      {refreshSeconds === undefined ? null : <Refresh seconds={refreshSeconds} />}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <Bar frame={frame} current={current} />
      {children}
      <Foot frame={frame} />
    </body>
  </html>
)

/**
 * Looks again while something is under way. A page that reloads takes the focus from whoever reads it with a screen
 * reader, so with scripts only the content is exchanged; without them the page reloads.
 */
const Refresh: FC<{ seconds: number }> = ({ seconds }) => (
  <>
    <script type="module" src="/assets/refresh.js" data-seconds={String(seconds)} />
    <noscript>
      <meta http-equiv="refresh" content={String(seconds)} />
    </noscript>
  </>
)

const PLACES: readonly { readonly page: PageName; readonly path: string; readonly label: string }[] = [
  { page: 'vote', path: '/vote', label: 'Vote' },
  { page: 'map', path: '/map', label: 'Map' },
  { page: 'conflicts', path: '/conflicts', label: 'Conflicts' },
  { page: 'negotiate', path: '/negotiate', label: 'Negotiate' },
  { page: 'charter', path: '/charter', label: 'Charter' },
  { page: 'chat', path: '/chat', label: 'Chat' },
  { page: 'findings', path: '/findings', label: 'Findings' },
  { page: 'report', path: '/report', label: 'Report' },
]

/** Where a page of the assembly lives. */
export const pathOf = (frame: Pick<Frame, 'assembly'>, path: string): string =>
  `/a/${encodeURIComponent(frame.assembly.id)}${path}`

const Bar: FC<{ frame: Frame; current: PageName | null }> = ({ frame, current }) => (
  <header class="bar">
    <div>
      <a class="brand" href={pathOf(frame, '')} aria-current={current === 'home' ? 'page' : undefined}>
        <Mark />
        Parley
      </a>
      <span class="where">{frame.assembly.question}</span>
      <nav class="nav" aria-label="Assembly">
        {PLACES.map(({ page, path, label }) => (
          <a href={pathOf(frame, path)} aria-current={page === current ? 'page' : undefined}>
            {label}
          </a>
        ))}
        {frame.role === 'operator' ? (
          <a href={pathOf(frame, '/desk')} aria-current={current === 'desk' ? 'page' : undefined}>
            Desk
          </a>
        ) : null}
      </nav>
    </div>
  </header>
)

const Mark: FC = () => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2.4"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path d="M10.5 3.5a8.5 8.5 0 1 0 0 17" />
    <path d="M13.5 20.5a8.5 8.5 0 1 0 0-17" />
    <path d="M9 12h.01M15 12h.01" stroke-width="3" />
  </svg>
)

const Foot: FC<{ frame: Frame }> = ({ frame }) => (
  <footer class="foot">
    <div>
      {frame.assembly.synthetic ? (
        <span>Sample content. The people and numbers here are invented.</span>
      ) : null}
      <a href={pathOf(frame, '/report')}>How this was decided</a>
      <a href={pathOf(frame, '/mine')}>Read or erase what you gave</a>
    </div>
  </footer>
)
