import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { readEarlierGroups } from './earlier-groups.ts'

const read = (content: unknown) => readEarlierGroups('old.json', JSON.stringify(content))

describe('groups of an earlier map', () => {
  test('by person; who was in none is left out, whatever else the file says', () => {
    const people = [
      { id: 'p1', group: 'B', x: 0.5 },
      { id: 'p2', group: null },
    ]
    expect(read({ people, support: 'anything' })).toEqual({
      kind: 'parsed',
      value: new Map([['p1', 'B']]),
    })
  })

  test.each([
    ['no map', [], 'old.json: found a list, expected a map, as parley map --json writes it'],
    [
      'a map without people',
      { parity: 'polis' },
      'old.json, field "people": found nothing, expected the people',
    ],
    [
      'a person without group',
      { people: [{ id: 'p' }] },
      '"people.0.group": found nothing, expected a group by',
    ],
    ['a long name', { people: [{ id: 'p', group: 'A\n' }] }, 'found "A\\n", expected a group by its letter'],
    [
      'a person twice',
      { people: Array.from('AB', (group) => ({ id: 'p', group })) },
      'old.json: found "p" twice, expected each person once',
    ],
    [
      'too many groups',
      { people: Array.from('ABCDEF', (group) => ({ id: group, group })) },
      'old.json: found 6 groups, expected at most 5',
    ],
  ])('%s is refused in one line', (_, content, line) => {
    const refused = read(content)
    expect(refused.kind === 'refused' && problemLine(refused.problem)).toContain(line)
  })
})
