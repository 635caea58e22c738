import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../../src/kernel/index.ts'
import { verifyLedger } from '../../src/kernel/ledger/index.ts'
import { parley, type Server, scratch, startServer, type Visitor, visitor } from '../parley.ts'

/** P1 of the threat model, on the embedded store: kill -9 while people vote, twenty times over. */
const ROUNDS = 20
const VOTERS = 8
const STATEMENTS = 40
const ANSWERS = ['agree', 'pass', 'disagree'] as const

describe('kill -9 while people vote', () => {
  const directory = scratch()
  const data = join(directory.path, 'data')
  let server: Server

  beforeAll(async () => {
    const lines = [
      { type: 'assembly', id: 'town', question: 'What now?' },
      ...Array.from({ length: STATEMENTS }, (_, at) => ({
        type: 'statement',
        id: `${at}`,
        text: `statement ${at}`,
      })),
    ]
    const file = join(directory.path, 'town.jsonl')
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(await parley(['import', 'native', file, '--data', data])).toMatchObject({ code: 0 })
  })

  afterAll(async () => {
    await server?.kill()
    directory.remove()
  })

  test(`${ROUNDS} rounds: no acknowledged vote lost, none doubled, the record verifies`, async () => {
    const draw = chance('kill')
    const voters = Array.from({ length: VOTERS }, (): Voter => {
      const person = visitor(() => server.address)
      return { person, votes: new Map(), open: null }
    })
    for (let round = 0; round <= ROUNDS; round++) {
      server = await startServer(data)
      expect(verdictOn(data)).toMatchObject({ kind: 'sound' })
      for (const voter of voters) await settle(voter)
      for (const { person, votes } of voters) expect(await votesOf(person)).toEqual(votes)
      if (round === ROUNDS) break
      const voting = Promise.all(voters.map((voter) => voteUntilDead(voter, draw.below(STATEMENTS))))
      await wait(50 + draw.below(350))
      await server.kill()
      await voting
      // What was written and not yet signed may lie there: nobody was told that it was kept.
      expect(['sound', 'unknown']).toContain(verdictOn(data).kind)
    }
    await server.stop()
    const total = voters.reduce((sum, { votes }) => sum + votes.size, 0)
    const counted = JSON.parse((await parley(['map', 'town', '--data', data, '--reruns', '0', '--json'])).out)
    expect(counted.drawnFrom).toMatchObject({ votes: total, participants: VOTERS })
    expect(total).toBeGreaterThan(ROUNDS)
    console.log(`${ROUNDS} kills; ${total} votes acknowledged, found again and counted once`)
  }, 280_000)
})

/** What anybody who has the files would find. */
function verdictOn(data: string) {
  const file = (name: string) => readFileSync(join(data, 'record', name))
  return verifyLedger(file('events.ledger'), { checkpoint: file('events.checkpoint'), vkey: null })
}

interface Voter {
  readonly person: Visitor
  /** What the server acknowledged, by statement. */
  readonly votes: Map<string, string>
  /** The one vote whose fate the kill left open. */
  open: { readonly statement: string; readonly vote: string } | null
}

/** Votes, and changes votes, until the connection breaks. */
async function voteUntilDead(voter: Voter, from: number): Promise<void> {
  for (let at = 0; ; at++) {
    const statement = String((from + at) % STATEMENTS)
    const vote = ANSWERS[(from + 2 * at) % 3] ?? 'agree'
    const outcome = await voter.person.post('/a/town/vote', { statement, vote }).catch(() => null)
    if (outcome === null) {
      voter.open = { statement, vote }
      return
    }
    expect(outcome).toMatchObject({ status: 303, location: expect.stringContaining('did=saved') })
    voter.votes.set(statement, vote)
  }
}

/** A vote that was sent and not acknowledged may be there or not; either way it is what the server says from here on. */
async function settle(voter: Voter): Promise<void> {
  if (voter.open === null) return
  const { statement, vote } = voter.open
  const found = (await votesOf(voter.person)).get(statement)
  if (found === vote) voter.votes.set(statement, vote)
  voter.open = null
}

async function votesOf(person: Visitor): Promise<Map<string, string>> {
  const { text } = await person.get('/a/town/mine.json')
  const { answers } = JSON.parse(text) as { answers: { statement: string; vote: string }[] }
  return new Map(answers.map(({ statement, vote }) => [statement, vote]))
}
