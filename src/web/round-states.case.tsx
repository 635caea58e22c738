import { amendedFixture, charterFixture, FIXTURE_CLAUSES } from '../charter/charter.fixture.ts'
import {
  type Acted,
  contentHash,
  diffCharters,
  type Round,
  type RoundAct,
  roundOf,
  termsOf,
} from '../charter/index.ts'
import { id } from '../kernel/index.ts'
import { AnswersPage } from './pages/answers.tsx'
import { ComparePage } from './pages/compare.tsx'
import { RoundPage } from './pages/round.tsx'
import { frameOf, HOSTILE } from './worlds.case.ts'

/** A round that is open, with every kind of thing said in it, and one that is closed. */
export function statesOfRounds() {
  const hash = contentHash(charterFixture)
  const changes = diffCharters(charterFixture, amendedFixture)
  const typed = {
    form: 'propose',
    clause: FIXTURE_CLAUSES.blunt,
    fields: { change: 'bounds', from: '4' },
  } as const
  const open = { kind: 'open', round: openRound(), hash, me: ME } as const
  return {
    'round, open': (
      <RoundPage frame={frameOf()} view={{ state: open, did: 'said', problem: null, typed: null }} />
    ),
    'round, a problem': (
      <RoundPage frame={frameOf()} view={{ state: open, did: null, problem: 'Not saved: no.', typed }} />
    ),
    'round, answers': (
      <AnswersPage
        frame={frameOf({}, 'operator')}
        view={{ round: openRound(), hash, problem: 'Not saved: no reason.', typed: null }}
      />
    ),
    'compare, open': (
      <ComparePage
        frame={frameOf({}, 'operator')}
        view={{ state: { kind: 'open', version: '1.0', changes, unanswered: 0, problem: null } }}
      />
    ),
    'compare, closed': (
      <ComparePage
        frame={frameOf()}
        view={{ state: { kind: 'closed', charter: amendedFixture, hash, changes } }}
      />
    ),
  }
}

const ME = id<'participant'>('ann')
const BEA = id<'participant'>('bea')

function openRound(): Round {
  const about = { participant: ME, clause: FIXTURE_CLAUSES.blunt, because: HOSTILE }
  const bounds = { kind: 'bounds', from: 0, to: 4, start: 2 } as const
  const request = { kind: 'request', asks: 'scope', words: HOSTILE } as const
  const acts: readonly RoundAct[] = [
    { kind: 'opened', terms: termsOf(charterFixture), by: 'op' },
    { kind: 'commented', id: id('c1'), stance: 'objects', words: HOSTILE, ...about },
    { kind: 'commented', id: id('c2'), stance: 'comments', words: 'x'.repeat(400), ...about },
    { kind: 'proposed', id: id('a1'), change: bounds, ...about },
    { kind: 'proposed', id: id('a2'), change: request, ...about, participant: BEA, clause: null },
    { kind: 'supported', proposal: id('a2'), participant: ME },
    { kind: 'answered', proposal: id('a2'), answer: 'deferred', reason: HOSTILE, by: 'op' },
  ]
  const round = roundOf(
    charterFixture,
    acts.map((act): Acted => ({ act, at: '2026-05-01T08:00:00Z' })),
  )
  if (round === null) throw new Error('it was opened')
  return round
}
