import type { Child, FC } from 'hono/jsx'

/** What went wrong, where it went wrong; the focus moves here, and nothing that was given is lost. */
export const ProblemBox: FC<{ children?: Child }> = ({ children }) => (
  <div class="problem" role="alert" tabindex={-1} autofocus>
    <h2>There is a problem</h2>
    <p>{children}</p>
  </div>
)
