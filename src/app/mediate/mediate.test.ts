import { describe, expect, test } from 'vitest'
import { type Model, ModelFailed, type Said, scripted } from '../../io/models/index.ts'
import { id } from '../../kernel/index.ts'
import { listeningOf, parseRecord, recordsOf } from '../../listen/index.ts'
import { standingsOf } from '../../negotiate/index.ts'
import { critique, toldAssembly } from '../../negotiate/mediation/told-assembly.case.ts'
import { type Mediator, mediate } from './mediate.ts'
import { severally } from './severally.ts'

const told = toldAssembly({ 1: { A: [40, 50], B: [20, 40] }, 2: { A: [10, 50], B: [30, 40] } })

const mediator = (model: Model): Mediator => {
  let drawn = 0
  return {
    model,
    modelId: 'm-1',
    random: (bytes) => String(++drawn).padStart(2 * bytes, '0'),
    now: () => new Date('2026-03-02T10:00:00.500Z'),
  }
}
const never = new AbortController().signal
const request = { ...told, onProgress: () => undefined, signal: never }

const wordIn = ([system]: readonly Said[]): string => /"word":"(\w+)"/.exec(system!.content)![1]!
/** Writes a sentence of its own for each draw, and likes candidates in the order of the alphabet. */
const willing = (): Model => {
  let drawn = 0
  return scripted((messages) => {
    const word = wordIn(messages)
    const data = JSON.parse(messages[1]!.content.split('\n')[1]!)
    const order = () =>
      (data.candidates as { label: string; text: string }[])
        .toSorted((a, b) => (a.text < b.text ? -1 : 1))
        .map(({ label }) => label)
    const answer =
      'candidates' in data ? { word, order: order() } : { word, statement: `It asks ${'abcd'[drawn++]}.` }
    return { text: JSON.stringify(answer), toolCalls: [] }
  })
}
const failing = (error: Error): Model => ({ ...willing(), complete: () => Promise.reject(error) })

describe('a round with a model', () => {
  test('writes candidates that wait, and foretells how groups rank them', async () => {
    const progress: number[] = []
    const { records, drawn } = await mediate(mediator(willing()), {
      ...request,
      onProgress: ({ done }) => progress.push(done),
    })
    expect(drawn.map(({ candidate }) => candidate.kind)).toEqual(['read', 'read', 'read', 'read'])
    expect(records.every((one) => parseRecord(one, 'round').kind === 'parsed')).toBe(true)
    const listening = listeningOf([...recordsOf(told.listening), ...records])
    const [round] = standingsOf(listening, told.map)
    expect(round!.mediation).toMatchObject({ round: 1, model: 'm-1', calls: 8, at: '2026-03-02T10:00:00Z' })
    expect(round!.foretold.groups.map(({ group, by }) => [group, by])).toEqual([
      ['A', 'model'],
      ['B', 'model'],
    ])
    const text = new Map(round!.candidates.map((one) => [one.id, one.text]))
    const { ranked } = round!.foretold
    expect(ranked.kind === 'ranked' && ranked.order.map((one) => text.get(one))).toEqual([
      'It asks a.',
      'It asks b.',
      'It asks c.',
      'It asks d.',
    ])
    expect(progress).toEqual([1, 2, 3, 4, 1, 2, 3, 4])

    const [first] = round!.candidates
    const reasons = [critique('p1', first!.id, 'Say whom it asks.')]
    const asked: string[] = []
    const listens = {
      ...willing(),
      complete: (wire: object, signal: AbortSignal) => {
        asked.push(JSON.stringify(wire))
        return willing().complete(wire as never, signal)
      },
    }
    const second = await mediate(mediator(listens), { ...request, listening: { ...listening, reasons } })
    expect(second.material.round).toBe(2)
    expect(asked.filter((one) => one.includes('Say whom it asks.'))).toHaveLength(4)
    // The sentences of the first round are there already.
    expect(second.drawn.map(({ candidate }) => candidate.kind)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ])
    expect(second.records).toMatchObject([
      { type: 'mediation', round: 2, critiques: [{ statement: first!.id, words: 1 }] },
    ])
  })

  test.each<[string, Model, string]>([
    ['refuses', scripted(() => ({ text: 'I cannot help with that.', toolCalls: [] })), 'not in the form'],
    ['says nothing', scripted(() => ({ text: '', toolCalls: [] })), 'not in the form'],
    [
      'calls a tool',
      scripted(() => ({ text: '', toolCalls: [{ name: 'pay', arguments: '{}' }] })),
      'not in the form',
    ],
    [
      'sends a megabyte',
      scripted(() => ({ text: 'x'.repeat(1e6), toolCalls: [] })),
      'more than 4000 characters',
    ],
    [
      'is not reached',
      failing(new ModelFailed('unreachable', 'the model could not be reached')),
      'could not be reached',
    ],
  ])('that %s brings no candidate, and the round says so', async (_, model, because) => {
    const { drawn, records } = await mediate(mediator(model), request)
    for (const { candidate } of drawn)
      expect(candidate).toMatchObject({ kind: 'unknown', because: expect.stringContaining(because) })
    expect(records).toMatchObject([{ type: 'mediation', calls: 4, predicted: [] }])
  })

  test('is broken off by whoever asked, and by a fault of our own', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    await expect(mediate(mediator(willing()), { ...request, signal: stop.signal })).rejects.toThrow('stopped')
    await expect(mediate(mediator(failing(new TypeError('a fault'))), request)).rejects.toThrow('a fault')
  })
})

describe('severally', () => {
  test('keeps the order, and no more at a time than said', async () => {
    let open = 0
    let most = 0
    const results = await severally(2, [3, 1, 2], async (turns) => {
      most = Math.max(most, ++open)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      open--
      return id(String(turns))
    })
    expect([results, most]).toEqual([['3', '1', '2'], 2])
  })
})
