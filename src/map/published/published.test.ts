import { describe, expect, test } from 'vitest'
import { chance } from '../../kernel/index.ts'
import type { Files } from '../../listen/index.ts'
import type { PublishedCheck, PublishedFinding } from './finding.ts'
import { filesOf, partsIn, relabelled, town } from './published.case.ts'
import { publishedAudit } from './published.ts'

const COMMENTS = `comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body
0,0,3,1,1,false,false,0.25,Keep the bridge.
2,1,1,0,1,false,false,0.3333333333333333,Open the school.
3,2,1,0,-1,false,false,0.25,Buy my soap.
`
const VOTES = `timestamp,comment-id,voter-id,vote
3,0,0,1
9,0,1,-1
4,0,1,1
5,0,10,1
6,2,1,1
7,3,2,1
`
const MATRIX = `participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,2,3
0,0,1,1,1,0,1,,
1,1,1,2,1,1,-1,1,
2,,1,1,1,0,,,1
10,0,0,1,1,0,1,,
`
const SUMMARY = 'topic,The town\nvoters,4\ncommenters,3\ncomments,3\ngroups,2\n'

/** Small enough to count by hand; person 1 changed their mind on statement 0. */
const small: Files = new Map([
  ['comments.csv', COMMENTS],
  ['votes.csv', VOTES],
  ['participants-votes.csv', MATRIX],
  ['summary.csv', SUMMARY],
])

const changed = (name: string, from: string, to: string): Files => {
  const text = String(small.get(name))
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`)
  return new Map([...small, [name, text.replace(from, to)]])
}
const without = (name: string): Files => new Map([...small].filter(([each]) => each !== name))

const audit = (files: Files) => publishedAudit(partsIn(files), { seed: 'test' })

function finding(files: Files, check: PublishedCheck): PublishedFinding {
  const [only, ...more] = audit(files).findings.filter((each) => each.check === check)
  expect(more).toEqual([])
  return only!
}

describe('the totals of statements', () => {
  test('that count a changed vote twice are named, with the statement', () => {
    expect(finding(small, 'totals of statements')).toEqual({
      kind: 'contradicts',
      check: 'totals of statements',
      claimed: 'comments.csv gives agrees and disagrees for 3 of 3 statements.',
      recomputed:
        'The latest votes give other totals for 1 of 3 statements; all votes ever cast give exactly these totals. Votes counted again although the same person replaced them later: 1.',
      count: 1,
      of: 3,
      example: 'statement 0: claimed 3 agrees and 1 disagrees, recomputed 2 and 1',
      cause: expect.stringContaining('counted once for every time'),
      settles: expect.stringContaining('latest vote of each person'),
    })
  })

  test('are likely to count twice where votes.csv is missing and none is too low', () => {
    expect(finding(without('votes.csv'), 'totals of statements')).toMatchObject({
      kind: 'contradicts',
      recomputed: expect.stringContaining('1 vote fewer and 0 more. No total is too low'),
      cause: expect.stringMatching(/^Probably re-votes/),
      settles: expect.stringContaining('votes.csv'),
    })
  })

  test('that fit no count of votes are another finding', () => {
    const findings = audit(changed('comments.csv', '2,1,1,0', '2,1,0,5')).findings.filter(
      ({ check }) => check === 'totals of statements',
    )
    expect(findings).toMatchObject([
      { kind: 'contradicts', count: 1 },
      {
        kind: 'contradicts',
        count: 1,
        example: 'statement 2: claimed 0 agrees and 5 disagrees, recomputed 1 and 0',
        cause: expect.not.stringContaining('Probably'),
      },
    ])
  })

  test('agree where nobody changed their mind, and cannot be told where there are none', () => {
    expect(finding(changed('comments.csv', '0,0,3,1', '0,0,2,1'), 'totals of statements').kind).toBe('agrees')
    const untold = changed('comments.csv', 'agrees,disagrees', 'for,against')
    expect(finding(untold, 'totals of statements').kind).toBe('cannot-be-told')
    expect(finding(untold, 'the sign of votes').kind).toBe('cannot-be-told')
  })
})

test('votes with the sign of the database are named', () => {
  const turned = String(small.get('votes.csv')).replaceAll(/,(-?)1$/gm, (_, minus) => (minus ? ',1' : ',-1'))
  const files = new Map([...without('participants-votes.csv'), ['votes.csv', turned]])
  expect(finding(files, 'the sign of votes')).toMatchObject({ kind: 'contradicts', count: 3 })
  expect(finding(small, 'the sign of votes').kind).toBe('agrees')
})

describe('the totals of people', () => {
  test('against their own row', () => {
    expect(finding(small, 'totals of people').kind).toBe('agrees')
    expect(
      finding(changed('participants-votes.csv', '10,0,0,1,1', '10,0,0,4,1'), 'totals of people'),
    ).toMatchObject({
      kind: 'contradicts',
      count: 1,
      of: 4,
      example:
        'person 10: claimed n-votes 4, n-agree 1, n-disagree 0; recomputed n-votes 1, n-agree 1, n-disagree 0',
    })
  })

  test('and how many statements they wrote', () => {
    expect(finding(small, 'statements people wrote').kind).toBe('agrees')
    const moved = changed('participants-votes.csv', '10,0,0', '10,0,2')
    expect(finding(moved, 'statements people wrote')).toMatchObject({
      kind: 'contradicts',
      example: 'person 10: claimed 2, recomputed 0',
    })
    const unknown = changed('participants-votes.csv', 'n-comments', 'wrote')
    expect(finding(unknown, 'statements people wrote').kind).toBe('cannot-be-told')
  })
})

describe('what one file has and another has not', () => {
  test('answers', () => {
    expect(finding(small, 'the same answers in two files').kind).toBe('agrees')
    const other = changed('participants-votes.csv', '1,1,1,2,1,1,-1,1,', '1,1,1,2,1,1,1,,')
    expect(finding(other, 'the same answers in two files')).toMatchObject({
      kind: 'contradicts',
      count: 2,
      of: 5,
      example: 'person 1 on statement 0: agree in participants-votes.csv, disagree in votes.csv',
    })
    expect(finding(without('votes.csv'), 'the same answers in two files').kind).toBe('cannot-be-told')
  })

  test('statements and people', () => {
    expect(finding(small, 'ids').kind).toBe('agrees')
    expect(finding(changed('comments.csv', /3,2.*\n/.exec(COMMENTS)![0], ''), 'ids')).toMatchObject({
      kind: 'contradicts',
      count: 1,
      example: 'statement 3',
    })
    expect(finding(changed('participants-votes.csv', /10,.*\n/.exec(MATRIX)![0], ''), 'ids')).toMatchObject({
      kind: 'contradicts',
      count: 1,
      example: 'person 10',
    })
  })

  test('files and columns', () => {
    expect(finding(small, 'files and columns').kind).toBe('agrees')
    const files = new Map([...without('summary.csv'), ['comments.csv', COMMENTS.replace('is-meta', 'about')]])
    expect(finding(files, 'files and columns')).toMatchObject({
      kind: 'cannot-be-told',
      recomputed:
        'It has no summary.csv (how many took part); no is-meta in comments.csv (no statement counts as being about people).',
    })
  })
})

describe('the summary', () => {
  test('is held against the other files', () => {
    expect(finding(small, 'the summary').kind).toBe('agrees')
    expect(finding(changed('summary.csv', 'voters,4', 'voters,9'), 'the summary')).toMatchObject({
      kind: 'contradicts',
      count: 1,
      of: 4,
      example: 'voters: claimed 9, recomputed 4',
    })
    expect(finding(without('summary.csv'), 'the summary').kind).toBe('cannot-be-told')
  })

  test('may count the statements listed or those voted on', () => {
    const listed = new Map([
      ...changed('comments.csv', '3,2,1,0,-1', '4,2,0,0,-1,false,false,0.25,Nobody saw it.\n3,2,1,0,-1'),
    ])
    expect(finding(listed, 'the summary').kind).toBe('agrees')
    expect(finding(new Map([...listed, ['summary.csv', 'comments,4']]), 'the summary').kind).toBe('agrees')
    expect(finding(new Map([...listed, ['summary.csv', 'comments,5']]), 'the summary').kind).toBe(
      'contradicts',
    )
  })
})

describe('the column of group-informed consensus', () => {
  test('is recomputed from votes and labels: (2 + 1)/(2 + 2) · (0 + 1)/(1 + 2) for statement 0', () => {
    expect(finding(small, 'group-informed consensus').kind).toBe('agrees')
  })

  test('does not fit labels on other people', () => {
    const moved = changed('participants-votes.csv', '1,1,1,2', '1,0,1,2')
    expect(
      finding(
        new Map([
          ...moved,
          ['participants-votes.csv', String(moved.get('participants-votes.csv')).replace('0,0,1', '0,1,1')],
        ]),
        'group-informed consensus',
      ),
    ).toMatchObject({
      kind: 'contradicts',
      of: 3,
      example: expect.stringMatching(/^statement 0: claimed 0.2500, recomputed/),
    })
  })

  test('cannot be told without the column or without groups', () => {
    const check = 'group-informed consensus'
    expect(finding(changed('comments.csv', 'group-informed-consensus', 'gic'), check).kind).toBe(
      'cannot-be-told',
    )
    expect(finding(changed('participants-votes.csv', 'group-id', 'group'), check).kind).toBe('cannot-be-told')
  })
})

describe('who has a label', () => {
  test('is everybody who voted enough, here on all three statements, and the first fifteen', () => {
    expect(finding(small, 'who has a label').kind).toBe('agrees')
    expect(finding(filesOf(town(40)), 'who has a label').kind).toBe('agrees')
    expect(finding(changed('participants-votes.csv', 'group-id', 'group'), 'who has a label').kind).toBe(
      'cannot-be-told',
    )
  })

  test('is not somebody who never voted, nor one too many with few votes', () => {
    const silent = changed(
      'participants-votes.csv',
      '10,0,0,1,1,0,1,,\n',
      '10,0,0,1,1,0,1,,\n11,1,0,0,0,0,,,\n',
    )
    expect(finding(silent, 'who has a label')).toMatchObject({
      kind: 'contradicts',
      count: 1,
      example: 'person 11: 0 votes, group 1',
    })
    const brief = town(40)
    const once = { ...brief, cast: brief.cast.filter(({ voter, statement }) => voter >= 16 || statement < 2) }
    expect(finding(filesOf(once), 'who has a label').kind).toBe('contradicts')
  })

  test('may not leave out who voted enough', () => {
    const left = relabelled(town(40), (labels) => labels.with(7, ''))
    expect(finding(filesOf(left), 'who has a label')).toMatchObject({
      kind: 'contradicts',
      count: 1,
      example: expect.stringMatching(/^person 7: \d+ votes, no group$/),
    })
  })
})

describe('labels and votes', () => {
  const labels = (files: Files) => finding(files, 'labels and votes')
  const shuffled = (share: number) => (all: readonly string[]) => {
    const random = chance(`shuffled ${share}`)
    const rows = random.shuffled([...all.keys()]).slice(0, share * all.length)
    const dealt = random.shuffled(rows)
    return all.map((label, row) => all[dealt[rows.indexOf(row)] ?? row] ?? label)
  }

  test('fit where each is on its own person', () => {
    const { findings, labels: evidence } = audit(filesOf(town(120)))
    expect(findings.find(({ check }) => check === 'labels and votes')?.kind).toBe('agrees')
    expect(evidence).toMatchObject({ people: 120, p: 0.005, deals: 199, verdict: 'follow' })
    expect(evidence?.rand).toBeGreaterThan(0.9)
  })

  test('alarm where they are on other people', () => {
    expect(labels(filesOf(relabelled(town(120), shuffled(1))))).toMatchObject({
      kind: 'contradicts',
      of: 120,
      example: expect.stringMatching(/^person \d+, \d+ votes: labelled \d, nearest to the centre of \d$/),
      cause: expect.stringContaining('joined by position'),
    })
  })

  test('alarm where a part of them is, although the rest still carries them', () => {
    const { findings, labels: evidence } = audit(filesOf(relabelled(town(240), shuffled(0.4))))
    expect(evidence).toMatchObject({ verdict: 'partly', p: 0.005 })
    expect(findings.find(({ check }) => check === 'labels and votes')).toMatchObject({
      kind: 'contradicts',
      cause: expect.stringMatching(/^Some labels/),
    })
  })

  test('name the slip where they stand one row off', () => {
    const lowered = relabelled(town(120), (all) => [...all.slice(-1), ...all.slice(0, -1)])
    expect(labels(filesOf(lowered))).toMatchObject({
      kind: 'contradicts',
      cause: 'It seems that the labels stand one row too low: put back, they follow the votes.',
    })
  })

  test('name the slip where ids were sorted as text', () => {
    const asText = relabelled(town(120), (all) =>
      [...all.keys()].sort((a, b) => (`${a}` < `${b}` ? -1 : 1)).map((row) => all[row]!),
    )
    expect(labels(filesOf(asText))).toMatchObject({
      kind: 'contradicts',
      cause: expect.stringContaining('by id as text'),
    })
  })

  test('cannot be told of a few people, even where all fit', () => {
    expect(labels(filesOf(town(8))).kind).toBe('cannot-be-told')
    expect(labels(small).kind).toBe('cannot-be-told')
  })

  test('cannot be told of one group, of none, or of hundreds', () => {
    const named = (relabel: (labels: readonly string[]) => readonly string[]) =>
      labels(filesOf(relabelled(town(60), relabel)))
    expect(named((all) => all.map(() => '0')).kind).toBe('cannot-be-told')
    expect(named((all) => all.map(() => '')).kind).toBe('cannot-be-told')
    expect(labels(filesOf(relabelled(town(300), (all) => all.map((_, at) => `${at}`)))).kind).toBe(
      'cannot-be-told',
    )
  })
})

test('the same export and seed give the same audit', () => {
  const files = filesOf(town(60))
  expect(audit(files)).toEqual(audit(files))
})
