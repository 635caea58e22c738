import type { FC } from 'hono/jsx'
import type { ParticipantId, StatementId, Vote } from '../../../kernel/index.ts'
import type { Listening } from '../../../listen/index.ts'
import type { OpinionMap, Support } from '../../../map/index.ts'
import { Figure } from '../../parts/figure.tsx'
import { Quoted } from '../../parts/spoken.tsx'
import type { Mapped } from '../../views.ts'
import { counted, FEWEST_SHOWN, number, percent } from '../../words.ts'
import { AnswersTable } from './answers-table.tsx'
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

function sourceOf({ people }: OpinionMap, scene: Scene, { agree, unseen }: Support): string {
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
