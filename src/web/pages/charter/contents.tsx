import type { FC } from 'hono/jsx'

interface ContentsProps {
  readonly version: string
  readonly contested: boolean
}

/** The parts of the charter, to jump to. */
export const Contents: FC<ContentsProps> = ({ version, contested }) => (
  <nav class="toc" aria-label="In this charter">
    <ol>
      {[
        ['top', `Charter ${version}`],
        ['floors', 'Floors'],
        ['dials', 'Dials'],
        ['rulings', 'Rulings'],
        ...(contested ? [['contested', 'Contested']] : []),
        ['proved', 'What is proved'],
        ['cannot', 'What we cannot honour'],
        ['unknown', 'What we do not know'],
        ['round', 'How it was amended'],
        ['against', 'What was said against it'],
        ['changed', 'What changed'],
        ['versions', 'All versions'],
      ].map(([place, label]) => (
        <li>
          <a href={`#${place}`}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
