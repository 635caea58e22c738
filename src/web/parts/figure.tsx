import type { Child, FC } from 'hono/jsx'

interface FigureProps {
  /** Unique on the page; the drawing is named by it. */
  readonly id: string
  /** What the figure shows, as a sentence. */
  readonly finding: Child
  /** Where it comes from: n, method, what is missing. */
  readonly source: Child
  readonly class?: string
  readonly children?: Child
}

/** A figure: the finding as its caption, the drawing and the table as its children, and the source line. */
export const Figure: FC<FigureProps> = ({ id, finding, source, class: name, children }) => (
  <figure class={name} aria-labelledby={id} aria-describedby={`${id}-source`}>
    <figcaption id={id}>{finding}</figcaption>
    {children}
    <p id={`${id}-source`} class="src">
      {source}
    </p>
  </figure>
)
