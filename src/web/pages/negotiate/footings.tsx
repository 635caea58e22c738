import type { FC } from 'hono/jsx'
import { called, type Footing } from '../../../negotiate/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { tongueOf } from '../../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import { counted } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'

/** What the place of each statement hangs on: the rule, the number of places, the fewest viewers, what is read. */
export const Footings: FC<{ study: ReadyStudy }> = ({ study: { panel, listening } }) => {
  const { footings, tried, slates } = panel
  return footings.length === 0 ? null : (
    <Figure id="footings" finding={findingOf(panel)} source={sourceOf(panel)}>
      <div class="frame">
        <Table label="What each place hangs on, as a table" class="rules" fold="repeat(4, minmax(0, 1fr))">
          <Head>
            <ColumnHead>Statement</ColumnHead>
            <ColumnHead>Rules that seat it</ColumnHead>
            <ColumnHead>Numbers of places</ColumnHead>
            <ColumnHead>Fewest viewers</ColumnHead>
            <ColumnHead>Read from</ColumnHead>
          </Head>
          <Body>
            {footings.map((footing) => {
              const statement = listening.statements.find(({ id }) => id === footing.statement)
              return (
                <Row class={holds(footing, panel) ? undefined : 'split'}>
                  <RowHead>
                    {statement === undefined ? (
                      footing.statement
                    ) : (
                      <span {...tongueOf(statement)}>{statement.text}</span>
                    )}
                  </RowHead>
                  <Cell>{`${footing.rules.length} of ${slates.length}`}</Cell>
                  <Cell>{amongText(footing.places, tried.places)}</Cell>
                  <Cell>{amongText(footing.viewers, tried.viewers)}</Cell>
                  <Cell>{footing.profiles.map((name) => READ[name]).join(', ') || 'neither'}</Cell>
                </Row>
              )
            })}
          </Body>
        </Table>
      </div>
    </Figure>
  )
}

const READ = { seen: 'votes', pooled: 'model' } as const

type Panel = ReadyStudy['panel']

/** Whether nothing that was tried takes its place away. */
const holds = ({ rules, places, viewers, profiles }: Footing, { tried, slates }: Panel): boolean =>
  rules.length === slates.length &&
  places.length === tried.places.length &&
  viewers.length === tried.viewers.length &&
  profiles.length === 2

const findingOf = (panel: Panel): string => {
  const held = panel.footings.filter((footing) => holds(footing, panel)).length
  const seats = panel.slates.find(({ rule }) => rule === panel.inForce)?.seats.length ?? 0
  return `${held} of ${counted(seats, 'place')} hold whatever is changed: the rule, the number of places, the fewest viewers, or what is read`
}

/**
 * Which of the numbers that were tried keep the place.
 *
 * @example
 * [amongText([6, 7, 8], [6, 7, 8]), amongText([8], [6, 7, 8]), amongText([], [6])] // => ['all: 6, 7, 8', '8', 'none']
 */
export const amongText = (held: readonly number[], tried: readonly number[]): string => {
  if (held.length === 0) return 'none'
  return held.length === tried.length ? `all: ${tried.join(', ')}` : held.join(', ')
}

const sourceOf = ({ inForce, tried, otherProfile, profile }: Panel): string =>
  `Under ${called(inForce)}, one change at a time: ${tried.places.join(', ')} places; candidates seen by at least ${tried.viewers.join(', ')} people; read from ${profile === 'seen' ? 'the votes that were seen' : 'a model'} as declared, or from ${otherProfile.profile === 'pooled' ? 'a model of what everybody would have said: guessed, never votes' : 'the votes that were seen'}.`
