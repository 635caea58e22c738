import type { JSX } from 'hono/jsx/jsx-runtime'
import { id } from '../kernel/index.ts'
import { pathOf } from './page.tsx'
import { BallotPage } from './pages/ballot.tsx'
import { ConflictsPage } from './pages/conflicts.tsx'
import { HomePage } from './pages/home.tsx'
import { MapPage } from './pages/map.tsx'
import { mediateViewOf } from './pages/mediate/views.case.ts'
import { MediatePage } from './pages/mediate.tsx'
import { MinePage } from './pages/mine.tsx'
import { NegotiatePage } from './pages/negotiate.tsx'
import { ProblemPage } from './pages/problem.tsx'
import { SayPage } from './pages/say.tsx'
import { statesOfRounds } from './round-states.case.tsx'
import type { BallotView, ConflictsView, MapView } from './views.ts'
import {
  frameOf,
  grouped,
  handful,
  historyOf,
  ready,
  silent,
  statementOf,
  ungrouped,
  votesOnly,
} from './worlds.case.ts'

/** The pages of those who answer, in the states that the sample alone does not reach: empty, wrong, unknown, extreme. */
export function statesOfPages(): Readonly<Record<string, JSX.Element>> {
  return { ...giving(), ...maps(), ...conflicts(), ...statesOfRounds(), ...mediations(), ...others() }
}

const frame = frameOf()
const arabic = statementOf('يجب أن يقول لي الحقيقة الصعبة حتى لو لم أسأل.', { language: 'ar' })
const long = statementOf(
  'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft is a word that nobody breaks for me.',
  { language: 'de' },
)
const LAST: NonNullable<BallotView['last']> = {
  statement: long,
  vote: 'disagree',
  matters: 3,
  secondOrder: 'disown',
  receipt: pathOf(frame, '/receipt/4'),
}

const ballot = (view: Partial<BallotView>) => (
  <BallotPage
    frame={frame}
    view={{
      answered: 12,
      total: 60,
      next: { statement: arabic, shown: 1 / 14 },
      last: LAST,
      notice: null,
      problem: null,
      ...view,
    }}
  />
)

const mediations = () => ({
  'common words, with a round and an operator': (
    <MediatePage
      frame={frameOf({}, 'operator')}
      view={mediateViewOf({ notice: 'ranked' }, { rankers: 20 })}
    />
  ),
  'common words, no model and a problem': (
    <MediatePage
      frame={frame}
      view={mediateViewOf({ model: null, common: [], problem: 'Not kept: write more.' })}
    />
  ),
})

const giving = () => ({
  'start, nobody yet': (
    <HomePage
      frame={frameOf({ description: '', question: long.text })}
      view={{
        counts: { participants: 0, statements: 0, votes: 0 },
        answered: 0,
        charter: null,
        ratifying: null,
        talking: null,
      }}
    />
  ),
  'vote, saved': ballot({ notice: 'saved' }),
  'vote, taken back': ballot({ last: null, notice: 'undone' }),
  'vote, a problem': ballot({ problem: 'Not saved. Your answer is still here. Try again.' }),
  'vote, all seen': ballot({ answered: 60, next: null, notice: 'saved' }),
  'vote, nothing to see': ballot({ answered: 0, total: 0, next: null, last: null }),
  'say, something alike': (
    <SayPage
      frame={frame}
      view={{ draft: long.text, similar: [arabic, long], problem: null, longest: 140, waiting: [] }}
    />
  ),
  'say, a problem': (
    <SayPage
      frame={frame}
      view={{ draft: 'x'.repeat(150), longest: 140, similar: [], problem: 'That is too long.', waiting: [] }}
    />
  ),
  'mine, nothing': <MinePage frame={frame} view={{ answers: [], other: 0, erased: false }} />,
  'mine, erased': <MinePage frame={frame} view={{ answers: [], other: 0, erased: true }} />,
  'mine, some': (
    <MinePage
      frame={frame}
      view={{
        answers: [arabic, long].map((statement) => ({ statement, vote: 'pass', receipt: LAST.receipt })),
        other: 1,
        erased: false,
      }}
    />
  ),
})

const map = (view: Partial<MapView>) => (
  <MapPage
    frame={frame}
    view={{
      studied: ready(grouped(), { newVotes: 12 }),
      groups: historyOf(),
      you: null,
      show: { kind: 'groups' },
      ...view,
    }}
  />
)

const maps = () => ({
  'map, oneself': map({
    you: { x: 0.5, y: 0.5, answers: 9 },
    groups: historyOf([
      {
        at: '2026-11-21T14:23:00.000Z',
        changes: [{ kind: 'split-off', group: id('D'), from: id('B'), share: 0.9 }],
      },
    ]),
  }),
  'map, no groups': map({ studied: ready(ungrouped()), you: { x: 0, y: 0, answers: 3 } }),
  'map, what divides without groups': map({
    studied: ready(ungrouped()),
    show: { kind: 'statements', by: 'divides' },
  }),
  'map, evidence against groups': map({ studied: ready(ungrouped()), show: { kind: 'evidence' } }),
  'map, no such statement': map({ show: { kind: 'statement', statement: id('no such') } }),
  'map, nobody knows who is missing': map({ studied: ready(votesOnly()), show: { kind: 'not-heard' } }),
  'map, too few': map({ studied: ready(handful()) }),
  'map, nobody': map({ studied: ready(silent()) }),
  'map, counting': map({ studied: { kind: 'counting', says: 'Drawing the map', done: 0.3 } }),
  'map, failed': map({ studied: { kind: 'failed', because: 'A line of the record cannot be read.' } }),
})

const conflict = (view: Partial<ConflictsView>) => (
  <ConflictsPage
    frame={frame}
    view={{ studied: ready(grouped()), standing: 'conflicting', open: null, statements: [], ...view }}
  />
)

const conflicts = () => ({
  'conflicts, no groups': conflict({ studied: ready(ungrouped()) }),
  'conflicts, no cases': conflict({ studied: ready(votesOnly()) }),
  'conflicts, no cases, undetermined': conflict({ studied: ready(votesOnly()), standing: 'undetermined' }),
  'conflicts, no statements': conflict({ studied: ready(silent()), standing: 'alignable' }),
})

const others = () => ({
  'negotiate, no groups': (
    <NegotiatePage frame={frame} view={{ studied: ready(ungrouped()), canDraft: true }} />
  ),
  'negotiate, few compared': (
    <NegotiatePage frame={frame} view={{ studied: ready(handful()), canDraft: false }} />
  ),
  'negotiate, nothing': <NegotiatePage frame={frame} view={{ studied: ready(silent()), canDraft: false }} />,
  'a problem without an assembly': (
    <ProblemPage
      frame={null}
      title="This link opens nothing"
      what="No assembly has this address."
      kept={null}
      next={{ says: 'Ask whoever gave you the link.', href: '/', label: 'To the start' }}
    />
  ),
})
