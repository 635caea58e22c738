import type { FC } from 'hono/jsx'
import type { Interval, StatementId } from '../../../kernel/index.ts'
import { called, type Slate } from '../../../negotiate/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Said } from '../../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { spelled } from '../../spelled.ts'
import { number } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { partedSlates, ruleOf } from './rules.ts'

/** Which statements each declared rule seats: those that all seat first, then those where the rules part. */
export const SlateTable: FC<{ study: ReadyStudy }> = ({ study }) => {
  const { shared, parted, inForce } = study.panel
  const { deciding, beside } = partedSlates(study.panel)
  const columns = deciding.length + Math.min(1, beside.length)
  return (
    <Figure
      id="slates"
      finding="Which statements each rule seats, and how often it would if other people had been drawn"
      source={sourceOf(study)}
    >
      <div class="frame">
        <Table
          label="Statements and rules, as a table"
          class="rules"
          fold={`repeat(${columns}, minmax(0, 1fr))`}
        >
          <Head>
            <ColumnHead>Statement</ColumnHead>
            {deciding.map((slate) => (
              <ColumnHead>
                {ruleOf(slate).title}
                {slate.rule === inForce ? <small>in force</small> : null}
              </ColumnHead>
            ))}
            {beside.length === 0 ? null : <ColumnHead>Other rules</ColumnHead>}
          </Head>
          <Body>
            <Part study={study} statements={shared} title={everyRulePicks(shared.length)} />
            <Part study={study} statements={parted} title="Here the rules part" split />
          </Body>
        </Table>
      </div>
    </Figure>
  )
}

const everyRulePicks = (count: number): string =>
  count === 1 ? 'Every rule seats this one' : `Every rule seats these ${spelled(count)}`

interface PartProps {
  readonly study: ReadyStudy
  readonly statements: readonly StatementId[]
  readonly title: string
  readonly split?: boolean
}

const Part: FC<PartProps> = ({ study: { listening, panel }, statements, title, split = false }) =>
  statements.length === 0 ? null : (
    <>
      <Row class="band">
        <RowHead across={panel.declared.length + 2}>{title}</RowHead>
      </Row>
      {statements.map((id) => {
        const statement = listening.statements.find((one) => one.id === id)
        return (
          <Row class={split ? 'split' : undefined}>
            <RowHead>{statement === undefined ? id : <Said statement={statement} />}</RowHead>
            <Seats panel={panel} statement={id} />
          </Row>
        )
      })}
    </>
  )

/** Seated or not by each declared rule, and by how many of the others. */
const Seats: FC<{ panel: ReadyStudy['panel']; statement: StatementId }> = ({ panel, statement }) => {
  const { deciding, beside } = partedSlates(panel)
  const by = beside.filter(({ seats }) => seats.some((seat) => seat.statement === statement))
  return (
    <>
      {deciding.map((slate) => (
        <Cell>
          <Seat slate={slate} statement={statement} />
        </Cell>
      ))}
      {beside.length === 0 ? null : (
        <Cell>
          <span class="num">{`${by.length} of ${beside.length}`}</span>
        </Cell>
      )}
    </>
  )
}

const Seat: FC<{ slate: Slate; statement: StatementId }> = ({ slate: { seats }, statement }) => {
  const seat = seats.find((one) => one.statement === statement)
  if (seat === undefined) return <span class="out">left out</span>
  return (
    <span class={seat.inclusion.n > 0 && seat.inclusion.estimate < WOBBLES ? 'in wobbles' : 'in'}>
      seated
      {seat.inclusion.n === 0 ? null : <small class="often num">{oftenText(seat.inclusion)}</small>}
    </span>
  )
}

/** A seat filled less often than this in the draws is drawn as unsure (ADR 0041; the charter asks the same, ADR 0019). */
export const WOBBLES = 0.9

/**
 * @example
 * oftenText({ estimate: 0.6, n: 60 }) // => '36 of 60'
 */
export const oftenText = ({ estimate, n }: Pick<Interval, 'estimate' | 'n'>): string =>
  `${number(Math.round(estimate * n))} of ${number(n)}`

function sourceOf({ panel, listening }: ReadyStudy): string {
  const { deciding } = partedSlates(panel)
  const wobbling = deciding.map(
    (slate) =>
      `${slate.seats.filter(({ inclusion }) => inclusion.estimate < WOBBLES).length} (${called(slate.rule)})`,
  )
  const seats = deciding.reduce((most, { seats: own }) => Math.max(most, own.length), 0)
  const drawn =
    panel.resamples === 0
      ? 'Nobody tried whether the seats hold when other people are drawn.'
      : `The small numbers say in how many of ${number(panel.resamples)} draws of as many people, with replacement, a declared rule seats the statement. Seats filled in fewer than nine draws in ten are drawn hollow: ${wobbling.join(', ')}.`
  return `${number(listening.participants.length)} people; ${seats} of ${panel.candidates.length} candidates fit. ${drawn} What nobody saw counts for nobody.`
}
