import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { charterFixture } from '../../charter/charter.fixture.ts'
import { contentHash, type RoundAct } from '../../charter/index.ts'
import type { DecisionRecord } from '../../govern/index.ts'
import { id } from '../../kernel/index.ts'
import { type ListeningRecord, listeningOf } from '../../listen/index.ts'
import { randomRecord } from '../../listen/random-records.case.ts'
import type { Event } from '../events.ts'
import type { Entry, Store } from './store.ts'

/** What every store must do alike; each driver runs all of it. */
export function storeCase(open: () => Promise<Store>): void {
  // Opening the embedded database takes seconds: one for all tests, emptied before each.
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(() => store.reset())
  afterAll(() => store.close())

  test('begins empty, belongs to whoever claims it first', async () => {
    expect(await store.position()).toBe(0)
    expect(await store.assemblies()).toEqual([])
    expect(await store.listening(TOWN)).toBeNull()
    const owner = await store.claim('one+aaaa+key')
    expect(await store.claim('two+bbbb+key')).toBe(owner)
  })

  test('gives back what was said, the latest of each', async () => {
    await store.apply(
      entriesOf(0, [said(...TOWN_RECORDS, vote('p1', '1', 'agree'), vote('p1', '2', 'pass'))]),
    )
    await store.apply(
      entriesOf(1, [
        said(vote('p1', '1', 'disagree')),
        said({ type: 'withdrawal', participant: id('p1'), statement: id('2') }),
      ]),
    )
    const listening = await store.listening(TOWN)
    expect(listening?.votes).toEqual([
      expect.objectContaining({ participant: 'p1', statement: '1', vote: 'disagree' }),
    ])
    expect(listening?.statements.map((one) => one.id)).toEqual(['1', '2', '3'])
    expect(await store.assemblies()).toEqual([listening?.assembly])
    expect(await store.counts(TOWN)).toEqual({ participants: 1, statements: 3, votes: 1, revision: 2 })
  })

  test('holds exactly what the fold of the records says, whatever the records', async () => {
    // An assembly for each run: emptying the database takes longer than filling it.
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(randomRecord, { maxLength: 12 }), { maxLength: 4 }),
        async (batches) => {
          const assembly = id<'assembly'>(`run ${runs++}`)
          const events = batches.map((records) => ({
            type: 'said' as const,
            assembly,
            records: [
              ...TOWN_RECORDS.map((one) => (one.type === 'assembly' ? { ...one, id: assembly } : one)),
              ...records.filter(({ type }) => type !== 'assembly'),
            ],
          }))
          await store.apply(entriesOf(await store.position(), events))
          const all = events.flatMap(({ records }) => records)
          const expected = all.length === 0 ? null : listeningOf(all)
          expect(await store.listening(assembly)).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('takes entries in their order only, all or none', async () => {
    await store.apply(entriesOf(0, [said(...TOWN_RECORDS)]))
    await expect(store.apply(entriesOf(3, [said(vote('p1', '1', 'agree'))]))).rejects.toThrow(
      'entry 1 comes next',
    )
    const broken = {
      type: 'decided',
      assembly: TOWN,
      record: { ...RECORD, id: null },
      contents: CONTENTS,
    } as unknown as Event
    await expect(store.apply(entriesOf(1, [said(vote('p1', '1', 'agree')), broken]))).rejects.toThrow()
    expect(await store.position()).toBe(1)
    expect((await store.listening(TOWN))?.votes).toEqual([])
  })

  test('shows a participant what they answered, newest first, and what they have not seen', async () => {
    await store.apply(
      entriesOf(0, [
        said(...TOWN_RECORDS),
        said(vote('p1', '1', 'agree')),
        said(vote('p2', '1', 'agree'), vote('p2', '3', 'agree')),
        said(vote('p1', '3', 'disagree')),
        said({ type: 'weight', participant: id('p1'), statement: id('3'), matters: 2 }),
      ]),
    )
    const ballot = await store.ballot(TOWN, id('p1'))
    expect(ballot.answered.map(({ statement, vote: given }) => [statement.id, given])).toEqual([
      ['3', 'disagree'],
      ['1', 'agree'],
    ])
    expect(ballot.unseen.map(({ statement, seenBy }) => [statement.id, seenBy])).toEqual([['2', 0]])
    expect(ballot.reflections.get(id('3'))).toEqual({ matters: 2, secondOrder: null })
    expect((await store.ballot(TOWN, id('p3'))).unseen.map(({ seenBy }) => seenBy).sort()).toEqual([0, 2, 2])
    expect(await store.saidBy(TOWN, id('p1'))).toEqual([1, 3, 4])
  })

  test('gives what a machine wrote, and what people said to that and to nothing else', async () => {
    const written = { model: 'm', mediation: id<'mediation'>('m1'), prompt: `sha256:${'0'.repeat(64)}` }
    const candidate = { ...statement('c1'), origin: 'mediator', written, moderation: 'waiting' } as const
    const round: ListeningRecord = {
      type: 'mediation',
      id: id('m1'),
      round: 1,
      model: 'm',
      at: '2026-03-02T10:00:00Z',
      calls: 4,
      from: [id('1')],
      critiques: [],
      predicted: [],
    }
    const reason = (about: string): ListeningRecord => ({
      type: 'reason',
      participant: id('p1'),
      statement: id(about),
      side: 'against',
      words: `about ${about}`,
    })
    const ranking: ListeningRecord = {
      type: 'ranking',
      participant: id('p1'),
      mediation: id('m1'),
      order: [[id('c1')]],
    }
    await store.apply(
      entriesOf(0, [
        said(...TOWN_RECORDS, round, candidate),
        said(reason('c1')),
        said(reason('1')),
        said(ranking),
      ]),
    )
    expect(await store.mediated(TOWN)).toMatchObject({
      statements: [{ id: 'c1' }],
      mediations: [{ id: 'm1' }],
      rankings: [{ participant: 'p1' }],
      reasons: [{ words: 'about c1' }],
    })
    await store.apply([
      { position: 4, at: AT, event: { type: 'erased', position: 1 } },
      { position: 5, at: AT, event: { type: 'erased', position: 3 } },
    ])
    expect(await store.mediated(TOWN)).toMatchObject({ rankings: [], reasons: [] })
  })

  test('never offers a statement that waits or was removed', async () => {
    const waiting = { ...statement('8'), moderation: 'waiting' } as const
    await store.apply(
      entriesOf(0, [said(...TOWN_RECORDS, waiting, { ...statement('9'), moderation: 'removed' })]),
    )
    expect((await store.ballot(TOWN, id('p1'))).unseen.map((one) => one.statement.id)).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  test('erases what an entry said and leaves the rest', async () => {
    await store.apply(
      entriesOf(0, [
        said(...TOWN_RECORDS),
        said(vote('p1', '1', 'agree')),
        said(vote('p1', '2', 'agree')),
        decided('d-1', 'hold'),
      ]),
    )
    await store.apply([
      { position: 4, at: AT, event: { type: 'erased', position: 1 } },
      { position: 5, at: AT, event: { type: 'erased', position: 3 } },
    ])
    expect((await store.listening(TOWN))?.votes.map((one) => one.statement)).toEqual(['2'])
    expect(await store.decision('d-1')).toMatchObject({ record: { id: 'd-1' }, contents: null })
    expect(await store.saidBy(TOWN, id('p1'))).toEqual([2])
    // Whoever keeps something computed from the answers must see that they changed.
    expect((await store.counts(TOWN)).revision).toBe(4)
  })

  test('passes over entries whose content is gone', async () => {
    await store.apply([{ position: 0, at: AT, event: { type: 'gone' } }])
    expect(await store.position()).toBe(1)
  })

  test('follows a charter from draft to force', async () => {
    const charter = charterFixture
    const hash = contentHash(charter)
    await store.apply(entriesOf(0, [said(...TOWN_RECORDS), { type: 'drafted', assembly: TOWN, charter }]))
    expect(await store.charters(TOWN)).toMatchObject([{ hash, status: 'draft' }])
    const ballot = { participant: id<'participant'>('p1'), says: 'no' as const, dissent: [] }
    await store.apply(
      entriesOf(2, [
        { type: 'ratification-opened', assembly: TOWN, hash, roll: { p1: 'A', p2: null } as never },
        { type: 'ratification-voted', assembly: TOWN, hash, ballot },
        { type: 'ratification-voted', assembly: TOWN, hash, ballot: { ...ballot, says: 'yes' } },
      ]),
    )
    expect(await store.charters(TOWN)).toMatchObject([{ hash, status: 'voting' }])
    expect(await store.roll(TOWN, hash)).toEqual(
      new Map([
        ['p1', 'A'],
        ['p2', null],
      ]),
    )
    expect(await store.ratificationBallots(TOWN, hash)).toEqual([{ ...ballot, says: 'yes' }])
    await store.apply(entriesOf(5, [{ type: 'ratification-closed', assembly: TOWN, charter }]))
    // The fixture has no ratification in its seal: what was not ratified is rejected.
    expect(await store.charters(TOWN)).toMatchObject([{ hash, status: 'rejected', charter }])
  })

  test('keeps what was done in a round in its order, and loses what was erased', async () => {
    const round = contentHash(charterFixture)
    const act = (one: RoundAct): Event => ({ type: 'round-act', assembly: TOWN, round, act: one })
    const by = id<'participant'>('p1')
    const comment = { kind: 'commented', participant: by, clause: null, stance: 'objects' } as const
    const acts: readonly RoundAct[] = [
      { kind: 'opened', terms: `sha256:${'0'.repeat(64)}`, by: 'op' },
      { ...comment, id: id<'remark'>('c1'), words: 'No.', because: 'So.' },
      { ...comment, id: id<'remark'>('c2'), words: 'Still no.', because: 'So.' },
      { kind: 'supported', proposal: id('a1'), participant: by },
    ]
    await store.apply(entriesOf(0, [said(...TOWN_RECORDS), ...acts.map(act)]))
    expect(await store.roundActs(TOWN, round)).toEqual(acts.map((one) => ({ act: one, at: AT })))
    expect(await store.roundActs(TOWN, 'sha256:other')).toEqual([])
    expect(await store.saidBy(TOWN, by)).toEqual([2, 3, 4])
    await store.apply([{ position: 5, at: AT, event: { type: 'erased', position: 2 } }])
    expect((await store.roundActs(TOWN, round)).map(({ act: one }) => one)).toEqual([
      acts[0],
      acts[2],
      acts[3],
    ])
  })

  test('lets a hold be answered once, and an approval be used once', async () => {
    const calls = [{ digest: 'sha256:aa', tool: 'letter.send', arguments: '{}' }]
    const answer = {
      type: 'hold-answered',
      assembly: TOWN,
      decision: 'd-1',
      answer: 'approved',
      reason: 'checked',
      by: 'op',
    } as const
    await store.apply(
      entriesOf(0, [
        said(...TOWN_RECORDS),
        decided('d-1', 'hold'),
        decided('d-2', 'send'),
        { type: 'held', assembly: TOWN, decision: 'd-1', calls },
      ]),
    )
    expect((await store.waiting(TOWN)).map(({ record, calls: held }) => [record.id, held])).toEqual([
      ['d-1', calls],
    ])
    await store.apply(entriesOf(4, [answer, { ...answer, answer: 'denied', reason: 'too late' }]))
    expect(await store.waiting(TOWN)).toEqual([])
    expect(await store.decision('d-1')).toMatchObject({
      answer: { answer: 'approved', reason: 'checked', by: 'op' },
    })
    expect(await store.grant(TOWN, 'sha256:aa')).toEqual({ approvedAt: AT })
    expect(await store.grant(TOWN, 'sha256:bb')).toBeNull()
    await store.apply(entriesOf(6, [{ type: 'grant-spent', assembly: TOWN, digest: 'sha256:aa' }]))
    expect(await store.grant(TOWN, 'sha256:aa')).toBeNull()
  })

  test('finds every entry with a person’s words, their talks and what waits from them', async () => {
    const mine = {
      ...decided('d-1', 'hold'),
      contents: { ...CONTENTS, participant: id<'participant'>('p1') },
    } as Event
    const calls = [{ digest: 'sha256:aa', tool: 'letter.send', arguments: '{"to":"my mother"}' }]
    await store.apply(
      entriesOf(0, [
        said(...TOWN_RECORDS),
        mine,
        { type: 'held', assembly: TOWN, decision: 'd-1', calls },
        { type: 'dials-set', assembly: TOWN, participant: id('p1'), dials: {} },
        decided('d-2', 'send'),
      ]),
    )
    expect(await store.saidBy(TOWN, id('p1'))).toEqual([1, 2, 3])
    await store.apply([{ position: 5, at: AT, event: { type: 'erased', position: 1 } }])
    expect(await store.decision('d-1')).toMatchObject({ contents: null, calls: [] })
  })

  test('does not show an assembly whose import was cut short', async () => {
    await store.apply(entriesOf(0, [said(statement('1'), vote('p1', '1', 'agree'))]))
    expect(await store.listening(TOWN)).toBeNull()
    expect(await store.assemblies()).toEqual([])
  })

  test('lists decisions newest first and counts them by kind', async () => {
    await store.apply(entriesOf(0, [decided('d-1', 'hold'), decided('d-2', 'send'), decided('d-3', 'send')]))
    expect((await store.decisions(TOWN, 2)).map(({ record }) => record.id)).toEqual(['d-3', 'd-2'])
    const counts = await store.decisionCounts(TOWN)
    expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
      ask: 0,
      hold: 1,
      off: 0,
      refuse: 0,
      send: 2,
    })
    expect(await store.decisions(id('elsewhere'), 9)).toEqual([])
    expect((await store.decision('d-2'))?.contents).toEqual(CONTENTS)
    expect(await store.decision('d-9')).toBeNull()
  })

  test('keeps presses, dials and the newest audit', async () => {
    const audit = { charter: 'sha256:0', system: 'x', seed: 's', findings: [], unverified: [], skipped: [] }
    await store.apply(
      entriesOf(0, [
        { type: 'switched', press: 'off', reason: 'smoke', by: 'ada' },
        { type: 'switched', press: 'on-asked', reason: 'put out', by: 'ada' },
        { type: 'dials-set', assembly: TOWN, participant: id('p1'), dials: { P2: 3 } as never },
        { type: 'dials-set', assembly: TOWN, participant: id('p1'), dials: { P2: 1 } as never },
        { type: 'audited', assembly: TOWN, audit },
        { type: 'audited', assembly: TOWN, audit: { ...audit, system: 'y' } },
      ]),
    )
    expect((await store.presses()).map(({ press, by }) => [press, by])).toEqual([
      ['off', 'ada'],
      ['on-asked', 'ada'],
    ])
    expect(await store.dials(TOWN, id('p1'))).toEqual(new Map([['P2', 1]]))
    expect(await store.dials(TOWN, id('p2'))).toEqual(new Map())
    expect(await store.latestAudit(TOWN)).toMatchObject({ audit: { system: 'y' }, at: AT })
    expect(await store.latestAudit(id('elsewhere'))).toBeNull()
  })

  test('takes a decision about words that PostgreSQL cannot hold', async () => {
    const strange = { ...decided('d-1', 'hold'), contents: { ...CONTENTS, request: 'a\0b' } } as Event
    await store.apply(entriesOf(0, [strange]))
    expect((await store.decision('d-1'))?.contents?.request).toBe('a\uFFFDb')
  })

  test('takes hostile words as words', async () => {
    const words = `'; drop table votes; -- "\\ \u2028 ${'x'.repeat(5000)} __proto__`
    await store.apply(
      entriesOf(0, [
        said(
          ...TOWN_RECORDS,
          { ...statement("' or 1=1 --"), text: words },
          vote("p'1", "' or 1=1 --", 'agree'),
        ),
      ]),
    )
    const listening = await store.listening(TOWN)
    expect(listening?.statements.find(({ text }) => text === words)?.id).toBe("' or 1=1 --")
    expect((await store.ballot(TOWN, id("p'1"))).answered).toHaveLength(1)
  })
}

const TOWN = id<'assembly'>('town')
const AT = '2026-03-01T09:30:00Z'

const statement = (name: string): Extract<ListeningRecord, { type: 'statement' }> => ({
  type: 'statement',
  id: id(name),
  text: `statement ${name}`,
  language: 'en',
  author: null,
  origin: 'seed',
  written: null,
  subject: 'value',
  moderation: 'shown',
})

const vote = (participant: string, about: string, given: 'agree' | 'pass' | 'disagree'): ListeningRecord => ({
  type: 'vote',
  participant: id(participant),
  statement: id(about),
  vote: given,
  at: null,
  shown: 0.25,
})

const TOWN_RECORDS: readonly ListeningRecord[] = [
  { type: 'assembly', id: TOWN, question: 'What now?', description: '', source: 'test', synthetic: true },
  statement('1'),
  statement('2'),
  statement('3'),
]

const said = (...records: readonly ListeningRecord[]) => ({ type: 'said' as const, assembly: TOWN, records })

const CONTENTS = { salt: '00', request: '{"messages":[]}', reply: 'no', participant: null }

const RECORD: DecisionRecord = {
  schema: 'parley-decision/1',
  id: 'd-0',
  at: AT,
  assembly: TOWN,
  charter: `sha256:${'0'.repeat(64)}`,
  charterVersion: '1.0',
  model: 'parley-scripted',
  scripted: true,
  kind: 'send',
  because: 'every floor in play is kept',
  clauses: [],
  request: `sha256:${'1'.repeat(64)}`,
  reply: null,
  dials: {},
  findings: [],
  notChecked: [],
}

const decided = (decision: string, kind: DecisionRecord['kind']): Event => ({
  type: 'decided',
  assembly: TOWN,
  record: { ...RECORD, id: decision, kind },
  contents: CONTENTS,
})

const entriesOf = (from: number, events: readonly Event[]): Entry[] =>
  events.map((event, at) => ({ position: from + at, at: AT, event }))
