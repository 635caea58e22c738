import type { FC } from 'hono/jsx'
import type { Charter } from '../../charter/index.ts'
import { Page, pathOf } from '../page.tsx'
import type { CharterView, Frame } from '../views.ts'
import { Changes } from './charter/changes.tsx'
import { Contents } from './charter/contents.tsx'
import { Front } from './charter/front.tsx'
import { testedIn } from './charter/kept.tsx'
import { CannotHonour, Unknowns } from './charter/limits.tsx'
import { Objections } from './charter/objections.tsx'
import { ContestedPrinciples, Dials, Floors } from './charter/principles.tsx'
import { Proved } from './charter/proved.tsx'
import { RoundRecorded } from './charter/round-record.tsx'
import { Rulings } from './charter/rulings.tsx'
import { Standing } from './charter/standing.tsx'
import { Versions } from './charter/versions.tsx'
import { WrittenByMachine } from './charter/written-by-machine.tsx'

interface CharterProps {
  readonly frame: Frame
  readonly view: CharterView
}

/** What binds: floors, dials and rulings, with who gains, who loses, who dissents and what is unknown. */
export const CharterPage: FC<CharterProps> = ({ frame, view }) => (
  <Page frame={frame} current="charter" title="Charter" styles={['charter']}>
    <main id="main" class="wrap">
      {view.charter === null ? (
        <NoCharter frame={frame} view={view} />
      ) : (
        <Written frame={frame} view={view} charter={view.charter} />
      )}
    </main>
  </Page>
)

const NoCharter: FC<CharterProps> = ({ frame, view }) => (
  <>
    <div class="head">
      <p class="kicker">Charter</p>
      <h1>{view.versions.length === 0 ? 'There is no charter yet' : 'There is no such version'}</h1>
      <p class="lede">
        {view.versions.length === 0
          ? 'Nothing binds the assistant. A charter is drafted from what people said and how the rules settle it; then you vote on it.'
          : 'No version of this charter has the name that was asked for. These are all there are.'}
      </p>
      {view.versions.length === 0 ? (
        <p>
          <a class="btn primary" href={pathOf(frame, '/negotiate')}>
            See what would be drafted
          </a>
        </p>
      ) : null}
    </div>
    <Versions frame={frame} view={view} />
  </>
)

const Written: FC<CharterProps & { charter: Charter }> = ({ frame, view, charter }) => {
  const tested = testedIn(view)
  const current = view.versions.find(({ status }) => status === 'ratified') ?? null
  const replacedBy = view.status === 'ratified' && current?.hash !== view.hash ? current : null
  const vote = charter.seal?.ratification ?? null
  return (
    <div class="doc">
      <Contents
        version={charter.version}
        contested={charter.contested.some(({ kind }) => kind === 'principle')}
      />
      <div class="text">
        <Front frame={frame} charter={charter} view={view} replaced={replacedBy !== null} />
        <Standing frame={frame} view={view} replacedBy={replacedBy} />
        <Floors charter={charter} tested={tested} />
        <Dials charter={charter} tested={tested} />
        <Rulings frame={frame} charter={charter} tested={tested} />
        <ContestedPrinciples charter={charter} />
        <Proved charter={charter} />
        <CannotHonour charter={charter} />
        <Unknowns charter={charter} />
        <WrittenByMachine charter={charter} />
        <RoundRecorded charter={charter} />
        <section id="against" aria-labelledby="h-against">
          <h2 id="h-against">What was said against it in the vote</h2>
          {vote === null ? <p>{UNSAID[view.status]}</p> : <Objections charter={charter} vote={vote} />}
        </section>
        <Changes charter={charter} changes={view.changes} />
        <Versions frame={frame} view={view} />
      </div>
    </div>
  )
}

const NO_VOTE = 'It carries no vote, so what was said against it is not known.'

const UNSAID: Readonly<Record<CharterView['status'], string>> = {
  draft: 'Nobody has voted on it yet.',
  voting: 'The vote is open. What was said against it is printed here when the votes are counted.',
  ratified: NO_VOTE,
  rejected: NO_VOTE,
  'quorum-not-met': NO_VOTE,
}
