import { describe, expect, test, vi } from 'vitest'
import { scripted } from '../../../io/models/index.ts'
import { type ListeningRecord, listeningOf } from '../../../listen/index.ts'
import { toldAssembly } from '../../../negotiate/mediation/told-assembly.case.ts'
import { frameOf, grouped, ready } from '../../../web/worlds.case.ts'
import { mediationRounds } from '../../mediate/rounds.ts'
import type { Site } from '../context.ts'
import { digestOfKey } from '../session.ts'
import { mediation } from './mediate.tsx'

const { assembly } = frameOf()

/** A server with a model that writes one sentence after the other; what is recorded is what it then shows. */
function serving({ model = true } = {}) {
  const records: ListeningRecord[] = []
  const journal = {
    store: { assemblies: async () => [assembly], mediated: async () => listeningOf(records) },
    commit: async (events: readonly { records: readonly ListeningRecord[] }[]) => {
      for (const event of events) records.push(...event.records)
      return []
    },
  }
  const study = {
    ...grouped(),
    ...toldAssembly({ 1: { A: [40, 50], B: [20, 40] }, 2: { A: [9, 50], B: [30, 40] } }),
  }
  const studies = { of: async () => ready(study), fresh: async () => study }
  let drawn = 0
  const writer = scripted((messages) => {
    const word = /"word":"(\w+)"/.exec(messages[0]!.content)![1]!
    return { text: JSON.stringify({ word, statement: `It is fair in way ${++drawn}.` }), toolCalls: [] }
  })
  const onFailure = vi.fn()
  const rounds = mediationRounds({
    app: { journal, studies } as never,
    mediator: {
      model: writer,
      modelId: 'm-1',
      random: (bytes) => 'a'.repeat(2 * bytes),
      now: () => new Date(0),
    },
    onFailure,
  })
  const site = {
    operators: [{ name: 'operator 1', digest: digestOfKey('key') }],
    journal,
    studies,
    mediation: model ? rounds : null,
  } as unknown as Site
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    mediation(site).request(`/a/${assembly.id}/mediate/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  const look = async () => (await mediation(site).request(`/a/${assembly.id}/mediate`)).text()
  return { records, rounds, send, look, onFailure, operator: 'parley-operator=key' }
}

const candidatesIn = (records: readonly ListeningRecord[]) =>
  records.filter((one) => one.type === 'statement')

describe('a round from the page', () => {
  test('is asked for by operators, one at a time, and recorded when it is done', async () => {
    const { records, rounds, send, look, operator } = serving()
    expect((await send('ask', {})).status).toBe(403)
    const [first, second] = [await send('ask', {}, operator), await send('ask', {}, operator)]
    expect([first.status, second.status]).toEqual([303, 400])
    await vi.waitFor(() => expect(rounds.stateOf(assembly.id)).toEqual({ kind: 'idle' }))
    expect(records[0]).toMatchObject({ type: 'mediation', round: 1, model: 'm-1' })
    expect(candidatesIn(records)).toHaveLength(4)
    expect(await look()).toContain('It is fair in way 1.')
  })

  test('takes words and rankings from everybody, a decision from operators, and each once', async () => {
    const { records, rounds, send, operator } = serving()
    await send('ask', {}, operator)
    await vi.waitFor(() => expect(rounds.stateOf(assembly.id)).toEqual({ kind: 'idle' }))
    const [one, other] = candidatesIn(records).map(({ id }) => id as string)
    const about = { statement: one! }
    const status = async (path: string, fields: Record<string, string>, cookie = '') =>
      (await send(path, fields, cookie)).status
    expect(await status('critique', { ...about, side: 'against', words: ' Fair to whom? ' })).toBe(303)
    expect(records.at(-1)).toMatchObject({ type: 'reason', side: 'against', words: 'Fair to whom?' })
    expect(await status('critique', { ...about, side: 'against', words: ' ' })).toBe(400)
    expect(await status('critique', { ...about, side: 'against', words: 'x'.repeat(501) })).toBe(400)
    expect(await status('critique', { ...about, side: 'neither', words: 'x' })).toBe(400)
    expect(await status('critique', { statement: '1', side: 'for', words: 'x' })).toBe(400)
    const round = { mediation: 'mediation-aaaaaaaaaaaa' }
    expect(await status('rank', { ...round, [`place-${one}`]: '2', [`place-${other}`]: '1' })).toBe(303)
    expect(records.at(-1)).toMatchObject({ type: 'ranking', order: [[other], [one]] })
    expect(await status('rank', { ...round, [`place-${one}`]: '1', 'place-1': '1' })).toBe(400)
    expect(await status('rank', { mediation: 'none', [`place-${one}`]: '1' })).toBe(400)
    expect(await status('decide', { ...about, moderation: 'shown' })).toBe(403)
    expect(await status('decide', { ...about, moderation: 'shown' }, operator)).toBe(303)
    expect(records.at(-1)).toMatchObject({
      origin: 'mediator',
      moderation: 'shown',
      written: { model: 'm-1' },
    })
    expect(await status('decide', { ...about, moderation: 'removed' }, operator)).toBe(400)
  })

  test('without a model asks nobody, and shows people’s own words', async () => {
    const { records, send, look, operator } = serving({ model: false })
    expect((await send('ask', {}, operator)).status).toBe(400)
    expect(records).toEqual([])
    expect(await look()).toContain('No model is configured on this server')
  })

  test('that is broken off by the end of the server records nothing, and is no fault', async () => {
    const { records, rounds, onFailure } = serving()
    rounds.begin(assembly.id)
    rounds.close()
    await vi.waitFor(() => expect(rounds.stateOf(assembly.id)).toMatchObject({ kind: 'failed' }))
    expect([records, onFailure.mock.calls]).toEqual([[], []])
  })
})
