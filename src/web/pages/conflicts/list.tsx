import type { FC } from 'hono/jsx'
import type { Standing } from '../../../classify/index.ts'
import type { Statement } from '../../../listen/index.ts'
import { QuotedAll } from '../../parts/spoken.tsx'
import type { Frame } from '../../views.ts'
import { counted, FEWEST_SHOWN, number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { addressOf } from './address.ts'
import { type Holders, holdersIn } from './holders.ts'
import { type Listed, listedIn, type Open, statementsOf } from './selection.ts'

interface ListProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly standing: Standing
  readonly open: Open
}

/** How many are listed at once; the rest fold away (ADR 0041). */
const FIRST = 8

/** Everything of one standing, to choose from. */
export const RegisterList: FC<ListProps> = ({ frame, study, standing, open }) => {
  const listed = listedIn(study, standing)
  const [first, rest] = [listed.slice(0, FIRST), listed.slice(FIRST)]
  const holders = holdersIn(study.listening)
  const isOpen = (one: Listed) => statementsOf(one).join() === statementsOf(listedFrom(open)).join()
  const items = (some: readonly Listed[]) => (
    <ul class="list">
      {some.map((one) => (
        <Item
          frame={frame}
          study={study}
          standing={standing}
          one={one}
          holders={holders(statementsOf(one))}
          current={isOpen(one)}
        />
      ))}
    </ul>
  )
  return (
    <nav aria-label={standing === 'conflicting' ? 'Conflicts' : 'Statements'}>
      {items(first)}
      {rest.length === 0 ? null : (
        <details open={rest.some(isOpen)}>
          <summary>{`${number(rest.length)} more`}</summary>
          {items(rest)}
        </details>
      )}
      <p class="meta">
        {`${counted(listed.length, standing === 'conflicting' ? 'conflict' : 'statement')}${listed.length === 1 ? '' : ORDER[standing === 'conflicting' ? 'conflict' : 'statement']}.`}
      </p>
    </nav>
  )
}

const ORDER: Readonly<Record<Listed['kind'], string>> = {
  conflict: ', those of most cases first',
  statement: ', those most people hold first',
}

const listedFrom = (open: Open): Listed =>
  open.kind === 'conflict'
    ? { kind: 'conflict', conflict: open.conflict }
    : { kind: 'statement', entry: open.entry }

interface ItemProps extends Omit<ListProps, 'open'> {
  readonly one: Listed
  readonly holders: Holders
  readonly current: boolean
}

const Item: FC<ItemProps> = ({
  frame,
  study: { listening },
  standing,
  one,
  holders: { some, sawAll },
  current,
}) => {
  const ids = statementsOf(one)
  const cases = one.kind === 'conflict' ? one.conflict.cases : one.entry.relevant
  const held =
    one.kind === 'conflict'
      ? `${counted(some, 'person holds', 'people hold')} at least one`
      : sawAll < FEWEST_SHOWN
        ? `${number(sawAll)} saw it`
        : `${number(some)} of ${number(sawAll)} agree`
  return (
    <li>
      <a href={addressOf(frame, { standing, statements: ids })} aria-current={current ? 'true' : undefined}>
        <span class="t">
          <QuotedAll statements={texts(listening.statements, ids)} by="against" />
          {one.kind === 'conflict' && ids.length === 1 ? ' against every way of acting' : ''}
        </span>
        <span class="meta">{`${counted(cases.length, 'case')} · ${held}`}</span>
      </a>
    </li>
  )
}

/** The statements of these ids, in their order; one that is gone is left out. */
export const texts = (statements: readonly Statement[], ids: readonly string[]): readonly Statement[] =>
  ids.flatMap((id) => statements.filter((statement) => statement.id === id))
