import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { readListening } from '../read-files.ts'
import { filesOf, valueIn } from './importer.case.ts'
import { readPolisMath } from './polis-math.ts'

const listening = valueIn(
  readListening(
    filesOf({
      'statements.csv': 'statement,is_seed,is_meta,moderated,text\n0,True,False,1,a\n7,True,False,-1,b\n',
      'votes.csv':
        'participant,statement,vote,modified\n0,0,1,1594984322740\n0,7,1,1594984322740\n3,0,-1,1594984322740\n',
    }),
    { assembly: null },
  ),
)

const MATH = {
  tids: [0, 7],
  'mod-out': [7],
  'in-conv': [3, 0],
  'user-vote-counts': { '0': 2, '3': 1 },
  pca: {
    center: [-0.25, 0],
    comps: [
      [0.6, 0],
      [-0.8, 0],
    ],
  },
  'base-clusters': { id: [4, 9], members: [[0], [3]], x: [1, -2], y: [0.5, 0] },
  'group-clusters': [
    { id: 0, members: [9], center: [0, 0] },
    { id: 1, members: [4], center: [0, 0] },
  ],
  'group-votes': {
    '0': { votes: { '0': { A: 0, D: 1, S: 1 } } },
    '1': { votes: { '0': { A: 1, D: 0, S: 1 } } },
  },
  'group-aware-consensus': { '0': 2 / 9 },
  consensus: { agree: [{ tid: 0, 'p-test': 1.5 }], disagree: [] },
  repness: { '1': [{ tid: 0, repness: 2, 'p-test': 1.5, 'repful-for': 'agree' }] },
  'comment-priorities': { '0': 3.5, '7': 12 },
}

const withBase = (changed: object) => ({
  ...MATH,
  'base-clusters': { ...MATH['base-clusters'], ...changed },
})

const read = (math: unknown) => readPolisMath('math.json', JSON.stringify(math), listening)
const lineOf = (math: unknown) => {
  const outcome = read(math)
  return outcome.kind === 'refused' ? problemLine(outcome.problem) : 'it was read'
}

describe('the result that Polis published', () => {
  test('is turned so that agree is +1, and keyed by id', () => {
    const math = valueIn(read(MATH))
    expect([...math.mean]).toEqual([
      ['0', 0.25],
      ['7', -0],
    ])
    expect(math.components.map((axis) => axis.get(listening.statements[0]!.id))).toEqual([-0.6, 0.8])
    expect([...math.groupOf]).toEqual([
      ['3', '0'],
      ['0', '1'],
    ])
    expect(math.baseClusters).toEqual([
      { members: ['0'], centre: [1, 0.5] },
      { members: ['3'], centre: [-2, 0] },
    ])
    expect(math.consensus).toEqual([{ statement: '0', direction: 'agree', ownZ: 1.5 }])
    expect(math.representative).toMatchObject([{ group: '1', statement: '0', ratio: 2 }])
    expect([...math.votes.values()].map((votes) => [...votes.values()])).toEqual([
      [{ agree: 0, disagree: 1, pass: 0 }],
      [{ agree: 1, disagree: 0, pass: 0 }],
    ])
  })

  test.each<[string, unknown, string]>([
    ['no object', [], 'math.json: found a list, expected the result that Polis computed'],
    [
      'a field missing',
      { ...MATH, tids: undefined },
      'math.json, field "tids": found nothing, expected a list of whole numbers',
    ],
    [
      'a loading that is none',
      {
        ...MATH,
        pca: {
          center: [0, 0],
          comps: [
            [1, 'x'],
            [0, 0],
          ],
        },
      },
      'math.json, field "pca.comps.0.1": found "x", expected a number',
    ],
    [
      'loadings of other statements',
      { ...MATH, pca: { center: [0], comps: [[1], [0]] } },
      'math.json, field "pca": found an object, expected as many means and loadings as there are tids',
    ],
    [
      'base clusters of unequal length',
      { ...MATH, 'base-clusters': { ...MATH['base-clusters'], x: [1] } },
      'math.json, field "base-clusters": found an object, expected as many members, x and y as ids',
    ],
    [
      'more agreements than answers',
      { ...MATH, 'group-votes': { '0': { votes: { '0': { A: 2, D: 0, S: 1 } } } } },
      'math.json, field "group-votes.0.votes.0": found an object, expected an S of at least A and D together',
    ],
    [
      'an id that is no number',
      { ...MATH, 'comment-priorities': { x: 1 } },
      'math.json, field "comment-priorities.x": found 1, expected an id that is a whole number',
    ],
    [
      'a group of base clusters that are not there',
      { ...MATH, 'group-clusters': [{ id: 0, members: [5], center: [0, 0] }] },
      'math.json, field "group-clusters": found a list, expected groups of the base clusters that are listed',
    ],
    [
      'a person who did not vote',
      { ...MATH, 'in-conv': [0, 3, 8] },
      'math.json, field "in-conv": found the participant "8", expected people who voted',
    ],
    [
      'a person twice',
      { ...MATH, 'in-conv': [3, 0, 3] },
      'math.json, field "in-conv": found the participant "3" twice, expected each once',
    ],
    [
      'a person in two base clusters',
      withBase({ members: [[0, 3], [3]] }),
      'math.json, field "base-clusters.members": found the participant "3" twice, expected each once',
    ],
    [
      'a base cluster twice',
      withBase({ id: [4, 4, 9], members: [[0], [], [3]], x: [1, 1, 1], y: [1, 1, 1] }),
      'math.json, field "base-clusters.id": found the base cluster "4" twice, expected each once',
    ],
    [
      'somebody unknown in a base cluster',
      withBase({ members: [[0], [5]] }),
      'math.json, field "base-clusters.members": found the participant "5", expected people who voted',
    ],
    [
      'no groups of people who are grouped',
      { ...MATH, 'group-clusters': [], 'group-votes': {}, repness: {} },
      'math.json, field "base-clusters.id": found the base cluster "4", expected base clusters that are in a group',
    ],
    [
      'a base cluster in two groups',
      {
        ...MATH,
        'group-clusters': [
          { id: 0, members: [9, 4] },
          { id: 1, members: [4] },
        ],
      },
      'math.json, field "group-clusters": found the base cluster "4" twice, expected each once',
    ],
    [
      'votes of a group that is none',
      { ...MATH, 'group-votes': { '2': { votes: {} } } },
      'math.json, field "group-votes": found the group "2", expected groups of "group-clusters"',
    ],
    [
      'a priority of nothing',
      { ...MATH, 'comment-priorities': { '8': 1 } },
      'math.json, field "comment-priorities": found the statement "8", expected statements of "tids"',
    ],
    [
      'a number whose sums overflow',
      { ...MATH, 'comment-priorities': { '0': 1e308 } },
      'math.json, field "comment-priorities.0": found 1e+308, expected a number between -1000000000 and 1000000000',
    ],
    [
      'an id beyond counting',
      { ...MATH, 'in-conv': [1e300] },
      'math.json, field "in-conv.0": found 1e+300, expected a whole number',
    ],
    [
      'a statement that nobody voted on',
      { ...MATH, tids: [0, 8] },
      'math.json, field "tids": found the statement "8", expected statements that were voted on',
    ],
    [
      'a statement too few',
      { ...MATH, tids: [0], pca: { center: [0], comps: [[1], [0]] } },
      'math.json, field "tids": found no statement "7", expected every statement that was voted on',
    ],
  ])('is refused with one line: %s', (_, math, line) => expect(lineOf(math)).toBe(line))

  test('is refused with a number that no double holds', () => {
    const text = JSON.stringify(MATH).replace('12}', '1e999}')
    expect(readPolisMath('math.json', text, listening)).toMatchObject({
      problem: { place: 'math.json, field "comment-priorities.7"', found: 'Infinity', expected: 'a number' },
    })
  })

  test('is refused where it is no JSON', () => {
    const outcome = readPolisMath('math.json', '{"tids": [', listening)
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { place: 'math.json', expected: 'one JSON value' },
    })
  })
})
