import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleStudy } from '../../app/sample/study.case.ts'
import type { Study } from '../../charter/index.ts'
import { FEWEST_SHOWN, id } from '../../kernel/index.ts'
import type { PopulationShare } from '../../listen/index.ts'
import { heardIn } from './heard.ts'

/** The sample with other people: what each says of an attribute, null for those who do not say. */
function studyWith(
  said: readonly (string | null)[],
  population: readonly PopulationShare[] = [],
  attribute = 'age',
): Study {
  const study = sampleStudy()
  const participants = said.map((value, at) => ({
    id: id<'participant'>(`q${at}`),
    declared: value === null ? {} : { [attribute]: value },
    origin: '',
    exportedGroup: null,
  }))
  return { ...study, listening: { ...study.listening, participants, population } }
}

const target = (value: string, share: number): PopulationShare => ({
  attribute: 'age',
  value,
  share,
  source: 'register',
})
const times = (count: number, value: string | null) => Array.from({ length: count }, () => value)

describe('who was heard', () => {
  test('is set against the figures of those affected, with an interval', () => {
    const { attributes } = heardIn(
      studyWith(
        [...times(60, 'young'), ...times(40, 'old'), ...times(9, null)],
        [target('old', 0.6), target('young', 0.4)],
      ),
    )
    expect(attributes).toHaveLength(1)
    expect(attributes[0]).toMatchObject({ attribute: 'age', said: 100 })
    expect(attributes[0]?.rows.map(({ value, compared }) => [value, compared])).toEqual([
      ['old', 'fewer'],
      ['young', 'more'],
    ])
    expect(attributes[0]?.rows[0]?.heard).toEqual({
      kind: 'shown',
      people: 40,
      share: 0.4,
      low: 0.309,
      high: 0.498,
    })
  })

  test('says that nobody can say who is missing where nobody gave figures', () => {
    const heard = heardIn(studyWith([...times(60, 'young'), ...times(40, 'old')]))
    expect(heard.targets).toBe('none')
    expect(heard.says).toContain('we cannot say who is missing')
    expect(
      heard.attributes[0]?.rows.every(
        ({ compared, target }) => compared === 'not-compared' && target === null,
      ),
    ).toBe(true)
  })

  test('a part with fewer than 20 people takes another with it, and is still said to be few', () => {
    const { attributes } = heardIn(
      studyWith([...times(200, 'young'), ...times(3, 'old')], [target('old', 0.3), target('young', 0.7)]),
    )
    expect(attributes[0]?.rows).toMatchObject([
      { value: 'young', heard: { kind: 'not-shown', because: 'gives-away' }, compared: 'not-compared' },
      { value: 'old', heard: { kind: 'not-shown', because: 'too-few' }, compared: 'fewer' },
    ])
  })

  test('what is said of a small part is the same for every number it could be', () => {
    const seen = new Set(
      Array.from({ length: FEWEST_SHOWN }, (_, few) =>
        JSON.stringify(
          heardIn(
            studyWith(
              [...times(200 - few, 'young'), ...times(few, 'old')],
              [target('old', 0.08), target('young', 0.92)],
            ),
          ).attributes,
        ),
      ),
    )
    expect(seen.size).toBe(1)
  })

  test('an answer that hardly anybody gave is not named', () => {
    const { attributes } = heardIn(
      studyWith(
        [...times(100, 'young'), ...times(50, 'old'), 'the mayor', 'the vicar'],
        [target('young', 0.5)],
      ),
    )
    expect(JSON.stringify(attributes)).not.toContain('mayor')
    expect(attributes[0]?.rows.at(-1)).toMatchObject({
      value: 'something else',
      heard: { kind: 'not-shown' },
    })
  })

  test('an answer called like the rest is kept apart from it', () => {
    const { attributes } = heardIn(
      studyWith([...times(100, 'something else'), ...times(50, 'old'), 'x'], [target('something else', 0.5)]),
    )
    expect(attributes[0]?.rows.map(({ value, heard }) => [value, heard.kind])).toEqual([
      ['something else', 'not-shown'],
      ['old', 'shown'],
      ['something else', 'not-shown'],
    ])
  })

  test('how many said it is not shown where they are fewer than 20', () => {
    const { attributes } = heardIn(
      studyWith([...times(19, 'old'), ...times(300, null)], [target('old', 0.5)]),
    )
    expect(attributes[0]?.said).toBeNull()
    expect(attributes[0]?.rows[0]).toMatchObject({ heard: { kind: 'not-shown' }, compared: 'not-compared' })
  })

  test('no count from 1 to 19 is anywhere in it, whatever people said', () => {
    const said = fc.array(fc.constantFrom('a', 'b', 'c', 'd', null), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(said, (values) => {
        for (const { said, rows } of heardIn(studyWith(values, [target('a', 0.5), target('b', 0.3)]))
          .attributes) {
          expect(said === null || said >= FEWEST_SHOWN).toBe(true)
          for (const { heard } of rows)
            if (heard.kind === 'shown') expect(heard.people).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        }
      }),
    )
  })
})

describe('the groups', () => {
  test('are shown with their sizes', () => {
    const { groups } = heardIn(sampleStudy())
    expect(groups).toMatchObject({ kind: 'groups', groups: ['A', 'B', 'C'] })
    if (groups.kind !== 'groups' || groups.sizes === null) throw new Error('no sizes')
    const people = groups.sizes.reduce((sum, { people }) => sum + people, groups.outside ?? 0)
    expect(people).toBe(sampleStudy().listening.participants.length)
  })

  test('are shown without any size where one has fewer than 20 people', () => {
    const study = sampleStudy()
    let left = 19
    const people = study.map.people.map((person) =>
      person.group === 'C' && left-- <= 0 ? { ...person, group: id<'group'>('B') } : person,
    )
    expect(heardIn({ ...study, map: { ...study.map, people } }).groups).toEqual({
      kind: 'groups',
      sizes: null,
      groups: ['A', 'B', 'C'],
      outside: null,
    })
  })

  test('are said to be none, with the reason, where none are stable', () => {
    const study = sampleStudy()
    const evidence = study.map.grouping.evidence
    const grouping = {
      kind: 'no-stable-groups' as const,
      because: 'everybody stands in the same place',
      evidence,
    }
    expect(heardIn({ ...study, map: { ...study.map, grouping } }).groups).toEqual({
      kind: 'no-stable-groups',
      because: 'everybody stands in the same place',
    })
  })
})
