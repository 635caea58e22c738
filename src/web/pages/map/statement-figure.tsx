import type { Child, FC } from 'hono/jsx'
import {
  type GroupId,
  type ParticipantId,
  type StatementId,
  seen,
  type Tally,
  type Vote,
} from '../../../kernel/index.ts'
import type { Listening } from '../../../listen/index.ts'
import type { OpinionMap } from '../../../map/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Band, Group } from '../../parts/marks.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { Mapped } from '../../views.ts'
import { counted, FEWEST_SHOWN, number, percent } from '../../words.ts'
import { tooFewToShow } from './findings.ts'
import { labelled } from './labels.ts'
import { Drawing } from './plot.tsx'
import { type Point, type Scene, sceneOf, sceneText } from './scene.ts'
import { StatementNumbers } from './statement-numbers.tsx'

interface StatementProps {
  readonly study: Mapped
  readonly statement: StatementId
}

/** How everybody answered one statement, on the map and group by group. */
export const StatementFigure: FC<StatementProps> = ({ study: { map, listening }, statement: id }) => {
  const statement = listening.statements.find((one) => one.id === id)
  const support = map.support.find((one) => one.statement === id)
  if (statement === undefined || support === undefined)
    return (
      <section class="unknown-box stack">
        <p>Nothing to show</p>
        <p>Nobody has answered this statement, or it was left out. Choose another one above.</p>
      </section>
    )
  const { overall } = support
  const { people, ...box } = sceneOf(map)
  const hidden = tooFewToShow(support)
  const scene = { ...box, people: people.filter(({ group }) => !hidden.has(group)) }
  return (
    <>
      <Figure
        class="two"
        id="answers"
        finding={
          <>
            {overall.agree.n < FEWEST_SHOWN
              ? `${number(overall.agree.n)} people answered `
              : `${percent(overall.agree.estimate)} % of the ${number(overall.agree.n)} who saw it agree with `}
            <Quoted statement={statement} />
          </>
        }
        source={[
          sourceOf(map, { ...box, people }, overall),
          hiddenText(people.length - scene.people.length),
        ].join(' ')}
      >
        {overall.agree.n < FEWEST_SHOWN ? (
          <div class="plot">
            <p class="notshown">
              <span>{`Not drawn: ${number(overall.agree.n)} saw it, we need ${FEWEST_SHOWN}`}</span>
            </p>
          </div>
        ) : (
          <AnswersPlot map={map} scene={scene} answers={answersTo(listening, id)} />
        )}
        <p class="legend answers-key">
          <span class="yes">● Agree</span>
          <span class="no">✕ Disagree</span>
          <span>– Pass</span>
          <span>◦ Did not see it</span>
        </p>
        <div class="side">
          <AnswersTable map={map} overall={overall} groups={support.groups} />
        </div>
      </Figure>
      <StatementNumbers map={map} support={support} />
    </>
  )
}

function sourceOf({ people }: OpinionMap, scene: Scene, { agree, unseen }: Support['overall']): string {
  return [
    'Shares of those who saw the statement; bands are 95 % intervals (Wilson).',
    `${number(unseen.people)} of ${number(people.length)} people did not see it; that is counted as nothing.`,
    ...(agree.n < FEWEST_SHOWN || unseen.people === 0
      ? []
      : [
          `Whatever they would answer, between ${percent(unseen.agree.atLeast)} % and ${percent(unseen.agree.atMost)} % of all agree.`,
        ]),
    ...sceneText(scene),
  ].join(' ')
}

const hiddenText = (people: number): string =>
  people === 0
    ? ''
    : `${counted(people, 'person is', 'people are')} not drawn: fewer than ${FEWEST_SHOWN} of their group, or of those in none, saw it.`

const answersTo = (listening: Listening, statement: StatementId): ReadonlyMap<ParticipantId, Vote> =>
  new Map(
    listening.votes
      .filter((vote) => vote.statement === statement)
      .map(({ participant, vote }) => [participant, vote]),
  )

/** How each answer is drawn: by shape first, by colour second. */
const MARKS: Readonly<Record<Vote | 'unseen', (point: Point) => string>> = {
  agree: ([x, y]) => `M${x} ${y}h0`,
  disagree: ([x, y]) => `M${x - 2} ${y - 2}l4 4m0-4l-4 4`,
  pass: ([x, y]) => `M${x - 3} ${y}h6`,
  unseen: ([x, y]) => `M${x} ${y}h0`,
}

interface PlotProps {
  readonly map: OpinionMap
  readonly scene: Scene
  readonly answers: ReadonlyMap<ParticipantId, Vote>
}

const AnswersPlot: FC<PlotProps> = ({ map, scene, answers }) => {
  const pointsOf = (kind: Vote | 'unseen') =>
    scene.people.filter(({ id }) => (answers.get(id) ?? 'unseen') === kind).map(({ x, y }) => scene.at(x, y))
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups : []
  const wanted = groups.map(({ id, centre: [x, y] }) => ({
    text: `Group ${id}`,
    centre: scene.at(x, y),
    radii: [90, 90] as const,
  }))
  const marks = scene.people.map(({ x, y }) => scene.at(x, y))
  return (
    <Drawing named="answers">
      {(['unseen', 'pass', 'disagree', 'agree'] as const).map((kind) => (
        <path class={`m ${kind}`} d={pointsOf(kind).map(MARKS[kind]).join('')} />
      ))}
      {labelled(wanted, marks).map(({ text, x, y }) => (
        <text x={x} y={y}>
          {text}
        </text>
      ))}
    </Drawing>
  )
}

type Support = OpinionMap['support'][number]

const AnswersTable: FC<{ map: OpinionMap } & Pick<Support, 'overall' | 'groups'>> = ({
  map,
  overall,
  groups,
}) => (
  <Table label="Answers by group, as a table" fold="minmax(0, 2fr) repeat(3, minmax(0, 1fr))">
    <Head>
      <ColumnHead>Group</ColumnHead>
      <ColumnHead>Agree</ColumnHead>
      <ColumnHead class="num">Pass</ColumnHead>
      <ColumnHead class="num">Disagree</ColumnHead>
      <ColumnHead class="num">Not seen</ColumnHead>
    </Head>
    <Body>
      {[...groups].map(([id, support]) => (
        <AnswersRow
          group={id}
          people={map.people.filter(({ group }) => group === id).length}
          support={support}
        >
          <Group id={id} />
        </AnswersRow>
      ))}
      <AnswersRow group={null} people={map.people.length} support={overall}>
        Everybody
      </AnswersRow>
    </Body>
  </Table>
)

interface RowProps {
  readonly group: GroupId | null
  readonly people: number
  readonly support: Support['overall']
  readonly children?: Child
}

const AnswersRow: FC<RowProps> = ({ group, people, support: { tally, agree }, children }) => {
  const shown = (answer: keyof Tally) =>
    seen(tally) < FEWEST_SHOWN ? '–' : `${percent(tally[answer] / seen(tally))} %`
  return (
    <Row>
      <RowHead>{children}</RowHead>
      <Cell>
        <Band interval={agree} {...(group === null ? {} : { group })} />
      </Cell>
      <Cell class="num">{shown('pass')}</Cell>
      <Cell class="num">{shown('disagree')}</Cell>
      <Cell class="num">{number(people - seen(tally))}</Cell>
    </Row>
  )
}
