import type { FC } from 'hono/jsx'
import { Page, pathOf } from '../page.tsx'
import { Quoted } from '../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../parts/table.tsx'
import type { Frame, Mapped, MapView } from '../views.ts'
import { counted, number, percent } from '../words.ts'
import { UnreadyPage } from './counting.tsx'
import { Apart } from './map/apart.tsx'
import { CommonGround } from './map/common-ground.tsx'
import { drawnSays } from './map/drawn-says.ts'
import { EvidenceFigure } from './map/evidence-figure.tsx'
import { drawnFrom, placedIn, titleOf, whyNoGroups, widestParting } from './map/findings.ts'
import { GroupChanges } from './map/group-changes.tsx'
import { GroupsFigure } from './map/groups-figure.tsx'
import { HeardFigure } from './map/heard-figure.tsx'
import { ShowSwitch } from './map/show-switch.tsx'
import { StatementFigure } from './map/statement-figure.tsx'
import { StatementsFigure } from './map/statements-figure.tsx'

interface MapProps {
  readonly frame: Frame
  readonly view: MapView
}

/** Who agrees with whom, and how sure we can be: a sentence first, then the drawing with its table. */
export const MapPage: FC<MapProps> = ({ frame, view }) => {
  if (view.studied.kind !== 'ready')
    return <UnreadyPage frame={frame} current="map" title="Opinion map" studied={view.studied} />
  const { study, drawn } = view.studied
  const { placed, needed } = placedIn(study.map)
  return (
    <Page frame={frame} current="map" title={titleOf(study.map)} styles={['map']}>
      <main id="main" class="wrap">
        <div class="head">
          <h1>{titleOf(study.map)}</h1>
          <Lede study={study} />
          <p class="meta">{drawnSays(drawn)}</p>
        </div>
        {placed < needed ? (
          <TooFew frame={frame} placed={placed} needed={needed} answered={study.map.people.length} />
        ) : (
          <>
            <ShowSwitch frame={frame} study={study} show={view.show} />
            <Shown frame={frame} view={view} study={study} />
            <Beneath view={view} study={study} />
          </>
        )}
      </main>
    </Page>
  )
}

const Lede: FC<{ study: Mapped }> = ({ study: { map, listening } }) => {
  const parting = widestParting(map)
  const statement = listening.statements.find(({ id }) => id === parting?.statement)
  return (
    <p class="lede">
      {[drawnFrom(map), whyNoGroups(map)].filter((line) => line !== null).join(' ')}
      {parting === null || statement === undefined ? null : (
        <>
          {' They part most over '}
          <Quoted statement={statement} />
          {`: ${percent(parting.most.share)} % of group ${parting.most.group} agree, and ${percent(parting.least.share)} % of group ${parting.least.group}.`}
        </>
      )}
    </p>
  )
}

const Shown: FC<MapProps & { study: Mapped }> = ({ frame, view: { show, you }, study }) => {
  if (show.kind === 'not-heard') return <HeardFigure study={study} />
  if (show.kind === 'evidence') return <EvidenceFigure map={study.map} />
  if (show.kind === 'statements') return <StatementsFigure frame={frame} study={study} by={show.by} />
  if (show.kind === 'groups') return <GroupsFigure frame={frame} study={study} you={you} />
  return <StatementFigure study={study} statement={show.statement} />
}

/** What follows a figure: nothing where the figure lists every statement itself. */
const Beneath: FC<{ view: MapView; study: Mapped }> = ({ view: { show, groups }, study }) => {
  const isNamed = study.map.grouping.kind === 'groups' || groups.updates.length > 0
  const changes = isNamed ? <GroupChanges history={groups} /> : null
  if (show.kind === 'statements') return null
  if (show.kind === 'evidence') return changes
  return (
    <>
      <CommonGround study={study} />
      <Apart study={study} />
      {show.kind === 'groups' ? changes : null}
    </>
  )
}

interface TooFewProps {
  readonly frame: Frame
  readonly placed: number
  readonly needed: number
  readonly answered: number
}

const TooFew: FC<TooFewProps> = ({ frame, placed, needed, answered }) => (
  <section class="unknown-box stack">
    <p>What this map cannot tell you</p>
    <p>
      {`A drawing of fewer than ${needed} people would show chance, and who is who. ${placed === 0 ? 'Nobody' : counted(placed, 'person', 'people')} answered enough to be placed so far.`}
    </p>
    <Table label="Who could be placed, as a table">
      <Head>
        <ColumnHead>People</ColumnHead>
        <ColumnHead class="num">How many</ColumnHead>
      </Head>
      <Body>
        {[
          ['Answered enough to be placed', placed] as const,
          ['Too few answers', answered - placed] as const,
          ['Needed to draw', needed] as const,
        ].map(([who, count]) => (
          <Row>
            <RowHead>{who}</RowHead>
            <Cell class="num">{number(count)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
    <a class="btn primary" href={pathOf(frame, '/vote')}>
      Answer statements
    </a>
  </section>
)
