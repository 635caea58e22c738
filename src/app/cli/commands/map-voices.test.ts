import { expect, test } from 'vitest'
import { wilson } from '../../../kernel/index.ts'
import type { GroupResponse, Voices } from '../../../map/index.ts'
import { voicesLines } from './map-voices.ts'

const group = (value: string, people: number, target: GroupResponse['target']): GroupResponse => ({
  value,
  people,
  share: wilson(people, 500),
  target,
  answersEach: 9,
  exposure: { kind: 'unknown' },
})

const VOICES: Voices = {
  response: [
    {
      attribute: 'age',
      said: 497,
      unknown: 400,
      groups: [
        group('old', 7, { kind: 'not-given' }),
        group('middle', 90, { kind: 'nobody-affected', source: 'census' }),
        group('young', 400, { kind: 'not-given' }),
      ],
    },
  ],
  effective: { people: 897, byAnswers: 800, distinct: 880 },
  lookAlikes: [],
  removals: [],
  endsAGroup: 4,
  without: [{ people: 21, groups: { with: 3, without: null }, ended: 2, begun: 0 }],
}

test('a terminal shows no count of a few people, nor what gives it away, and names nobody', () => {
  const lines = voicesLines(VOICES, new Map())
  expect(lines).toContain('    old: fewer than 20 people')
  expect(lines).toContain('    middle: not shown, as a smaller group could be worked out from it')
  expect(lines.join('\n')).toContain('young: 400 people')
  expect(lines.join('\n')).not.toMatch(/\b(7|90) people/)
  expect(lines).toContain('the votes of 4 people would be enough to change the number of groups')
  expect(lines).toContain(
    '  without a set of 21 look-alikes, drawn again: no stable groups instead of 3 groups; agreed across groups: 2 fewer, 0 more',
  )
})
