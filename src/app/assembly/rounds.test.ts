import { beforeEach, describe, expect, test } from 'vitest'
import { charterFixture, FIXTURE_CLAUSES } from '../../charter/charter.fixture.ts'
import { contentHash, type RoundAct } from '../../charter/index.ts'
import { id, type Parsed, problemLine } from '../../kernel/index.ts'
import type { App } from './app.ts'
import { openRatification } from './charters.ts'
import { AT, keptInMemory, TOWN } from './rounds.case.ts'
import { actInRound, closeRound, heldByRound, openRound, openRoundOf } from './rounds.ts'

const hash = contentHash(charterFixture)
const opening = { hash, by: 'operator 1' }
const proposal = id<'proposal'>('a1')

let app: App
beforeEach(async () => {
  app = keptInMemory()
  await app.journal.commit([{ type: 'drafted', assembly: TOWN, charter: charterFixture }])
})

const act = (one: RoundAct, draft = hash) => actInRound(app, TOWN, { draft, act: one })
const line = async (outcome: Promise<Parsed<unknown>>): Promise<string> => {
  const found = await outcome
  return found.kind === 'refused' ? problemLine(found.problem) : 'done'
}
const propose = () =>
  act({
    kind: 'proposed',
    id: proposal,
    participant: id('ann'),
    clause: FIXTURE_CLAUSES.blunt,
    change: { kind: 'bounds', from: 0, to: 4, start: 2 },
    because: 'I want all of it.',
  })
const objectAs = (participant: string) =>
  act({
    kind: 'commented',
    id: id(`c-${participant}`),
    participant: id(participant),
    clause: FIXTURE_CLAUSES.risk,
    stance: 'objects',
    words: `${participant} says no.`,
    because: 'So.',
  })

describe('a round of an assembly', () => {
  test('goes from the draft by comments and answers to a draft for the vote', async () => {
    expect(await line(openRound(app, TOWN, opening))).toBe('done')
    await objectAs('ann')
    await objectAs('bea')
    await propose()
    expect(await line(closeRound(app, TOWN))).toContain('1 proposed change without an answer')
    await act({ kind: 'answered', proposal, answer: 'adopted', reason: 'Yes.', by: 'operator 1' })
    expect(await line(closeRound(app, TOWN))).toBe('done')
    const [revised] = await app.journal.store.charters(TOWN)
    expect(revised?.charter).toMatchObject({
      version: '1.1',
      round: {
        draft: hash,
        closed: AT,
        proposals: [{ answer: 'adopted' }],
        // Bea’s group came up after the draft, so it is none of the charter’s.
        dissent: [
          { group: 'A', words: 'ann says no.' },
          { group: null, words: 'bea says no.' },
        ],
      },
    })
    expect(await openRoundOf(app.journal.store, TOWN)).toBeNull()
    expect(await line(propose())).toContain('a round that is over')
    expect(await line(openRound(app, TOWN, opening))).toContain('version 1.1, which took its place')
    expect(await line(openRatification(app, TOWN, hash))).toContain('version 1.1, which took its place')
  })

  test('is opened once, on a draft that is there', async () => {
    expect(await line(openRound(app, TOWN, { ...opening, hash: 'sha256:0' }))).toContain('no such draft')
    expect(await line(propose())).toContain('a round that is over')
    await openRound(app, TOWN, opening)
    expect(await line(openRound(app, TOWN, opening))).toContain('an open round on version 1.0')
  })

  test('keeps the vote and other drafts waiting; a draft under other terms is told which term', async () => {
    await openRound(app, TOWN, opening)
    expect(await line(openRatification(app, TOWN, hash))).toContain('expected a round that was closed')
    const seats = { ...charterFixture, method: { ...charterFixture.method, seats: 9 } }
    expect(await heldByRound(app.journal.store, TOWN, seats)).toMatchObject({
      place: 'method.seats',
      found: '9',
      expected: '4, as it was fixed when the round was opened',
    })
    expect((await heldByRound(app.journal.store, TOWN, charterFixture))?.found).toContain('an open round')
  })
})
