import type { FC } from 'hono/jsx'
import { FIRM, type OpinionMap } from '../../../map/index.ts'
import { pathOf } from '../../page.tsx'
import { Figure } from '../../parts/figure.tsx'
import { Group } from '../../parts/marks.tsx'
import { Range } from '../../parts/range.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { Frame, Mapped, MapView } from '../../views.ts'
import { counted, number, percent } from '../../words.ts'
import { enoughAnswers, placedIn } from './findings.ts'
import { MapLimits } from './limits.tsx'
import { PeoplePlot } from './plot.tsx'
import { type Scene, sceneOf, sceneText } from './scene.ts'

interface GroupsProps {
  readonly frame: Frame
  readonly study: Mapped
  readonly you: MapView['you']
}

/** The map itself: everybody as a mark, the same as a table, and what neither can tell. */
export const GroupsFigure: FC<GroupsProps> = ({ frame, study, you }) => {
  const scene = sceneOf(study.map)
  return (
    <Figure
      class="two"
      id="people"
      finding="People who answered alike are drawn close together"
      source={sourceOf(study.map, scene)}
    >
      <PeoplePlot map={study.map} scene={scene} you={you} named="people" />
      <Legend map={study.map} you={you} />
      <div class="side stack">
        <h2 class="small-title">The same, as a table</h2>
        {study.map.grouping.kind === 'groups' ? (
          <GroupsTable map={study.map} />
        ) : (
          <TriedTable map={study.map} />
        )}
        <MapLimits study={study} />
        <a class="btn primary" href={pathOf(frame, '/conflicts')}>
          See where values collide
        </a>
      </div>
    </Figure>
  )
}

const Legend: FC<{ map: OpinionMap; you: MapView['you'] }> = ({ map, you }) => {
  const few = map.people.length - placedIn(map).placed
  if (map.grouping.kind === 'no-stable-groups')
    return (
      <p class="legend">
        <span>{`Each dot: one of ${counted(placedIn(map).placed, 'person', 'people')}`}</span>
        {few === 0 ? null : <span class="g n">{`Hollow: too few answers (${number(few)})`}</span>}
        <You map={map} you={you} />
      </p>
    )
  const unsure = map.people.filter(({ group, firmness }) => group !== null && firmness < FIRM).length
  return (
    <p class="legend">
      {map.grouping.groups.map(({ id }) => (
        <Group id={id} />
      ))}
      <span>{`Hollow: could belong to two groups (${number(unsure)})`}</span>
      {few === 0 ? null : <span class="g n">{`Too few answers to be placed (${number(few)})`}</span>}
      <You map={map} you={you} />
    </p>
  )
}

/** The person who looks: a ring, or what is missing for one. */
const You: FC<{ map: OpinionMap; you: MapView['you'] }> = ({ map, you }) => {
  if (you === null) return null
  const enough = enoughAnswers(map)
  return you.answers < enough ? (
    <span>{`You: ${counted(you.answers, 'answer')}; with ${enough} you have a place here`}</span>
  ) : (
    <span class="you-key">{`You, about here: ${counted(you.answers, 'answer')}; 9 in 10 chance inside the ring`}</span>
  )
}

const GroupsTable: FC<{ map: OpinionMap }> = ({ map }) => {
  if (map.grouping.kind !== 'groups') return null
  const unplaced = map.people.filter(({ group }) => group === null).length
  return (
    <Table label="Groups, as a table">
      <Head>
        <ColumnHead>Group</ColumnHead>
        <ColumnHead class="num">People</ColumnHead>
        <ColumnHead>How often it holds together</ColumnHead>
      </Head>
      <Body>
        {map.grouping.groups.map(({ id, members, holds }) => (
          <Row>
            <RowHead>
              <Group id={id} />
            </RowHead>
            <Cell class="num">{number(members)}</Cell>
            <Cell>
              <Range interval={holds} of={1} group={id}>
                {`${percent(holds.estimate)} in 100 come back (${percent(holds.low)}–${percent(holds.high)})`}
              </Range>
            </Cell>
          </Row>
        ))}
        {unplaced === 0 ? null : (
          <Row>
            <RowHead>
              <Group id={null} />
            </RowHead>
            <Cell class="num">{number(unplaced)}</Cell>
            <Cell class="meta">Too few answers</Cell>
          </Row>
        )}
      </Body>
    </Table>
  )
}

/** Where no groups hold: how well each division fits, and how often it came back. */
const TriedTable: FC<{ map: OpinionMap }> = ({ map: { grouping, people } }) => {
  const { silhouettes, reruns, chanceSilhouette } = grouping.evidence
  const times = new Map(reruns.map(({ k, times: often }) => [k, often]))
  const all = reruns.reduce((sum, { times: often }) => sum + often, 0)
  return (
    <Table label="Divisions that were tried, as a table">
      <Head>
        <ColumnHead>{`${counted(people.length, 'person', 'people')} in`}</ColumnHead>
        <ColumnHead class="num">Fit</ColumnHead>
        <ColumnHead class="num">Came back</ColumnHead>
      </Head>
      <Body>
        {silhouettes.map(({ k, silhouette }) => (
          <Row>
            <RowHead>{`${k} groups`}</RowHead>
            <Cell class="num">{silhouette.toFixed(2)}</Cell>
            <Cell class="num">{all === 0 ? 'not tried' : `${times.get(k) ?? 0} of ${all}`}</Cell>
          </Row>
        ))}
        <Row>
          <RowHead>People without groups reach</RowHead>
          <Cell class="num">{chanceSilhouette === null ? 'not tried' : chanceSilhouette.toFixed(2)}</Cell>
          <Cell class="num">once in twenty</Cell>
        </Row>
      </Body>
    </Table>
  )
}

function sourceOf(map: OpinionMap, scene: Scene): string {
  const [first, second] = map.space.explained
  const few = map.people.length - placedIn(map).placed
  const reruns = map.grouping.evidence.reruns.reduce((sum, { times }) => sum + times, 0)
  return [
    'Only nearness means anything here; left, right, up and down do not.',
    ...sceneText(scene),
    few > 0 &&
      `${counted(few, 'person', 'people')} answered fewer than ${enoughAnswers(map)} statements and belong to no group.`,
    `These two directions hold ${percent(first + second)} % of the differences between people; the rest cannot be drawn flat.`,
    `Method: principal components of ${number(map.drawnFrom.votes)} votes, then k-means, compared with crowds that have no groups.`,
    map.grouping.kind === 'no-stable-groups'
      ? '“Fit” is the mean silhouette: 1 where everybody stands with their own, 0 where they could as well stand elsewhere.'
      : `“Holds together”: of a group’s people, how many came back together when the map was drawn again ${counted(reruns, 'time')} from people picked at random (Jaccard; the band holds 95 in 100 re-runs).`,
  ]
    .filter((line) => line !== false)
    .join(' ')
}
