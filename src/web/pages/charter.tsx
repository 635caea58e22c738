import type { FC } from 'hono/jsx'
import { Page } from '../page.tsx'
import type { CharterView, Frame } from '../views.ts'

interface CharterProps {
  readonly frame: Frame
  readonly view: CharterView
}

/** What binds. */
export const CharterPage: FC<CharterProps> = ({ frame, view: { charter } }) => (
  <Page frame={frame} current="charter" title="Charter">
    <main id="main" class="wrap">
      {charter === null ? (
        <h1>There is no charter yet</h1>
      ) : (
        <>
          <h1 dir="auto">{charter.title}</h1>
          {charter.principles.map(({ id, kind, text, because }) => (
            <article class="card" id={id}>
              <p class="meta">{`${kind} ${id}`}</p>
              <h2 dir="auto">{text}</h2>
              <p dir="auto">{because}</p>
            </article>
          ))}
        </>
      )}
    </main>
  </Page>
)
