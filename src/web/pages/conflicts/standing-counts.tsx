import type { FC } from 'hono/jsx'
import type { Register, Standing } from '../../../classify/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { capital } from '../../spelled.ts'
import type { Frame } from '../../views.ts'
import { number } from '../../words.ts'
import { addressOf } from './address.ts'

const MEANS: Readonly<Record<Standing, string>> = {
  alignable: 'Some response honours it in almost every case.',
  conflicting: 'Honouring it breaks another value someone holds.',
  unalignable: 'Only the absence of AI honours it. We say so.',
  undetermined: 'Judges do not agree yet, or too few cases tell.',
}

interface CountsProps {
  readonly frame: Frame
  readonly register: Register
  readonly current: Standing
}

/** How many statements have which standing, each a way into its list. */
export const StandingCounts: FC<CountsProps> = ({ frame, register, current }) => (
  <ul class="counts" aria-label="Statements by standing">
    {(Object.keys(MEANS) as Standing[]).map((standing) => (
      <li>
        <a href={addressOf(frame, { standing })} aria-current={standing === current ? 'true' : undefined}>
          <span>
            <Tag kind={standing}>{capital(standing)}</Tag>
          </span>
          <b class="num">{number(register.entries.filter((entry) => entry.standing === standing).length)}</b>
          <span class="d">{MEANS[standing]}</span>
        </a>
      </li>
    ))}
  </ul>
)
