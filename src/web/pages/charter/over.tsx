import type { FC } from 'hono/jsx'

/** Of two values one gives way; the words of both, verbatim. */
export const Over: FC<{ prefer: string; over: string }> = ({ prefer, over }) => (
  <>
    <b dir="auto">{prefer}</b> <i>over</i> <b dir="auto">{over}</b>
  </>
)
