import { describe, expect, test } from 'vitest'
import { check, contentHash, draft, printCharter } from '../../charter/index.ts'
import { chance, id } from '../../kernel/index.ts'
import { listeningOf } from '../../listen/index.ts'
import { joined, placedIn, turnedBy } from '../bench/captured/replay.ts'
import { SAMPLE_DRAFT, SAMPLE_NEGOTIATION } from './negotiation.ts'
import { sampleRecords } from './records.ts'
import { sampleCharter, sampleStudy } from './study.case.ts'

const { listening, map, register } = sampleStudy()
const entryOf = (words: string) => {
  const statement = listening.statements.find(({ text }) => text.startsWith(words))
  const entry = register.entries.find((one) => one.statement === statement?.id)
  if (entry === undefined) throw new Error(`nobody says "${words}"`)
  return entry
}

describe('the sample assembly', () => {
  test('is as large as it says, and says that it is invented', () => {
    expect(listening.participants).toHaveLength(600)
    expect(listening.statements).toHaveLength(60)
    expect(listening.cases).toHaveLength(16)
    expect(listening.assembly.synthetic).toBe(true)
    const answers = listening.votes.length / listening.participants.length
    expect(answers).toBeGreaterThan(20)
    expect(answers).toBeLessThan(60)
    expect(listening.secondOrder.length).toBeGreaterThan(500)
  })

  test('comes out the same every time, and differently from another seed', () => {
    expect(listeningOf(sampleRecords())).toEqual(listening)
    expect(listeningOf(sampleRecords('another')).votes).not.toEqual(listening.votes)
  })

  test('has the three planted groups', () => {
    expect(map.grouping).toMatchObject({ kind: 'groups' })
    expect(map.grouping.kind === 'groups' && map.grouping.groups.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
  })

  test('a world free of the influence of AI is unalignable, honoured where no AI may be chosen', () => {
    const entry = entryOf('I value living in a world free of the influence of AI')
    expect(entry).toMatchObject({ standing: 'unalignable', resolution: { mode: 'declare' } })
    expect(entry.honoured).toEqual(['c10', 'c11', 'c12'])
  })

  test('extreme transparency is conflicting, with what it conflicts with', () => {
    const entry = entryOf('extreme transparency in conversation')
    expect(entry.standing).toBe('conflicting')
    const against = entry.conflicts
      .filter(({ certainty }) => certainty === 'probable')
      .flatMap(({ statements }) => statements)
    expect(against).toContain(entryOf('It teaches no one how to hurt').statement)
  })

  test('has a dial between encouragement and push-back', () => {
    expect(entryOf('It pushes back on me when I am wrong').resolution.mode).toBe('configure')
    const dial = sampleCharter().principles.find(({ text }) => text.startsWith('It pushes back'))
    expect(dial).toMatchObject({
      kind: 'dial',
      scale: { low: { label: 'Encourage me' }, high: { label: 'Challenge me' } },
    })
  })

  test('in the case of doubted reality, refusing is what breaks a floor', () => {
    const floor = sampleCharter().principles.find(({ text }) => text.startsWith('When I doubt what is real'))
    expect(floor).toMatchObject({ kind: 'floor' })
    const refusing = register.cells.find(
      (cell) => cell.case === 'c04' && cell.response === 'decline' && cell.statement === floor?.statement,
    )
    expect(refusing?.verdict).toBe('violates')
  })

  test('has rulings that stand and rulings that are contested', () => {
    const { rulings, contested } = sampleCharter()
    expect(rulings.length).toBeGreaterThan(1)
    expect(contested.filter(({ kind }) => kind === 'ruling').length).toBeGreaterThan(0)
  })

  test('has rulings that lead round in a circle, all of them in force', () => {
    const { cycles, rulings } = sampleCharter()
    expect(cycles.map(({ values }) => values.map(({ statement }) => statement))).toEqual([
      ['s18', 's19', 's55'],
    ])
    expect(rulings.map(({ id }) => id)).toEqual(expect.arrayContaining([...(cycles[0]?.rulings ?? [])]))
  })

  test('has dissent on a ruling in people’s own words, and people who wish they felt otherwise', () => {
    const { rulings } = sampleCharter()
    const words = rulings.flatMap(({ dissent }) => dissent.flatMap((entry) => entry.words))
    expect(words).toContain('It should not send men in uniform to my house because of a word I used.')
    expect(sampleCharter().principles.some(({ secondOrder }) => (secondOrder?.agree.disown ?? 0) > 5)).toBe(
      true,
    )
  })
})

describe('a brigade that joins the sample', () => {
  test.each([
    [2, 'A'],
    [31, 'C'],
  ])('of %i, all counted in group %s, turns nothing below its number', (ballots, group) => {
    const brigade = { ballots, answers: 1, noise: 0, draw: chance('brigade') }
    const turned = turnedBy(sampleStudy(), {
      listening: joined(sampleStudy(), brigade),
      map: placedIn(map, ballots, id(group)),
      seed: SAMPLE_NEGOTIATION.seed,
    })
    expect(turned.length).toBeGreaterThan(0)
    expect(turned.filter(({ atLeast }) => ballots < atLeast)).toEqual([])
  })
})

describe('the sample’s charter', () => {
  test('passes its own check', () => {
    expect(check(sampleCharter()).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('is the same to the byte each time', () => {
    expect(printCharter(sampleCharter())).toBe(printCharter(sampleCharter()))
  })

  test('is another charter when one vote changes', () => {
    const [first, ...rest] = listening.votes
    if (first === undefined) throw new Error('nobody voted')
    const changed = { ...first, vote: first.vote === 'agree' ? ('disagree' as const) : ('agree' as const) }
    const other = draft({
      ...sampleStudy(),
      listening: { ...listening, votes: [changed, ...rest] },
      options: SAMPLE_DRAFT,
    })
    expect(contentHash(other)).not.toBe(contentHash(sampleCharter()))
  })

  test('has no floor that only a judge could let through', () => {
    const judgeOnly = sampleCharter().principles.filter(
      (one) =>
        one.kind === 'floor' &&
        one.rules.every(({ kind, when }) => kind === 'ask-judge' && when.kind === 'always'),
    )
    expect(judgeOnly.map(({ text }) => text)).toEqual([])
  })
})
