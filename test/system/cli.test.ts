import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../../src/kernel/index.ts'
import { parley, parleyHere, scratch } from '../parley.ts'

const directory = scratch()
const at = (name: string) => join(directory.path, name)
const town = at('town.jsonl')
beforeAll(() => void write('town.jsonl', townLines()))
afterAll(() => directory.remove())

/** Two camps and something all agree on; everything invented. */
const PEOPLE = 60
const STATEMENTS = 12

function townLines(): object[] {
  const draw = chance('cli town')
  return [
    { type: 'assembly', id: 'town', question: 'What should the town’s assistant value?', synthetic: true },
    ...Array.from({ length: STATEMENTS }, (_, s) => ({
      type: 'statement',
      id: `s${s}`,
      text: `Statement number ${s}.`,
    })),
    ...Array.from({ length: PEOPLE }, (_, p) => p).flatMap((p) =>
      Array.from({ length: STATEMENTS }, (_, s) => s)
        .filter(() => draw.uniform() < 0.8)
        .map((s) => {
          const likes = s < 4 || (s < 8 ? p % 2 === 0 : p % 2 === 1)
          const sure = draw.uniform() < 0.9
          return {
            type: 'vote',
            participant: `p${p}`,
            statement: `s${s}`,
            vote: likes === sure ? 'agree' : 'disagree',
          }
        }),
    ),
  ]
}

function write(name: string, lines: readonly unknown[]): string {
  writeFileSync(at(name), lines.map((line) => JSON.stringify(line)).join('\n'))
  return at(name)
}

const draftOf = async (source: string, name: string) => {
  expect(await parley(['charter', 'draft', source, '-o', at(name)])).toMatchObject({ code: 0 })
  return readFileSync(at(name), 'utf8')
}

describe('from votes to a charter', () => {
  test('the same votes give the same bytes, and a changed vote another hash', async () => {
    const first = await draftOf(town, 'first.charter.yaml')
    expect(await draftOf(town, 'second.charter.yaml')).toBe(first)
    const lines = townLines() as { type: string; vote?: string }[]
    const changed = lines.findIndex(({ type, vote }) => type === 'vote' && vote === 'agree')
    const other = write(
      'other.jsonl',
      lines.map((line, index) => (index === changed ? { ...line, vote: 'disagree' } : line)),
    )
    const hashes = await Promise.all(
      [town, other].map(async (source, n) => {
        const { err } = await parley(['charter', 'draft', source, '-o', at(`hash-${n}.charter.yaml`)])
        return /sha256:[0-9a-f]{64}/.exec(err)?.[0]
      }),
    )
    expect(hashes[0]).toBeDefined()
    expect(hashes[1]).toBeDefined()
    expect(hashes[1]).not.toBe(hashes[0])
  })

  test('the order of the votes in the file changes nothing', async () => {
    const lines = townLines()
    const turned = write('turned.jsonl', [...lines.slice(0, 13), ...lines.slice(13).reverse()])
    expect(await draftOf(turned, 'turned.charter.yaml')).toBe(readFileSync(at('first.charter.yaml'), 'utf8'))
  })

  test('a draft can be checked, compared, compiled for a model and verified', async () => {
    const file = at('first.charter.yaml')
    expect(await parley(['charter', 'check', file])).toMatchObject({ code: 0 })
    expect((await parley(['charter', 'diff', file, at('hash-1.charter.yaml')])).out).not.toBe('')
    for (const target of ['prompt', 'rubric']) {
      const compiled = await parley(['charter', 'compile', file, '--target', target])
      expect(compiled.code).toBe(0)
      expect(compiled.out).toContain('P1')
    }
    const verified = await parley(['charter', 'verify', file])
    expect(verified).toMatchObject({ code: 1, out: expect.stringMatching(/draft|nobody/) })
  })

  test('its certificates are counted again, from the proof beside it and from the votes', async () => {
    const file = at('first.charter.yaml')
    const verify = (...args: readonly string[]) => parleyHere(['charter', 'verify', ...args])
    expect(await verify(file)).toMatchObject({ code: 1, out: expect.stringContaining('certificates kept') })
    for (const more of [[], ['--votes', town]]) {
      const kept = await verify(file, '--certificates', ...more)
      expect(kept).toMatchObject({ code: 0, out: expect.stringMatching(/kept: equal-shares: In the core/) })
    }
    expect(await verify(file, '--certificates', '--votes', at('other.jsonl'))).toMatchObject({ code: 1 })
    const lots = at('lots.charter.yaml')
    const options = ['--declared', 'nash-welfare,maximal-lottery', '--resamples', '5', '--reruns', '2']
    expect(await parleyHere(['charter', 'draft', town, '-o', lots, ...options])).toMatchObject({ code: 0 })
    expect(await verify(lots, '--certificates', '--votes', town)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /kept: nash-welfare: No group.*\n(?:.*\n)*.*kept: maximal-lottery: Nothing leads/,
      ),
    })
    const withheld = at('withheld.charter.yaml')
    writeFileSync(withheld, readFileSync(file))
    expect(await verify(withheld, '--certificates', '--json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('"verdict": "unknown"'),
    })
    const proof = readFileSync(at('first.proof.json'), 'utf8')
    writeFileSync(at('withheld.proof.json'), proof.replace(/:(\d)(\d{6,})\}/, ':$2}'))
    expect(await verify(withheld, '--certificates')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/broken: The proof is not the one that the charter names/),
    })
    writeFileSync(at('withheld.proof.json'), proof.slice(0, -9))
    expect(await verify(withheld)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^parley: .*withheld\.proof\.json: found broken JSON, expected a proof file\n$/,
      ),
    })
  })

  test('what was imported is mapped and negotiated as the file is', async () => {
    const data = at('data')
    expect(await parley(['import', 'native', town, '--data', data])).toMatchObject({ code: 0 })
    for (const command of [
      ['map', '--reruns', '5'],
      ['negotiate', '--resamples', '10'],
    ]) {
      const stored = await parley([...command, 'town', '--data', data, '--json'])
      expect(stored.code).toBe(0)
      expect(JSON.parse(stored.out)).toEqual(JSON.parse((await parley([...command, town, '--json'])).out))
    }
    const drafted = at('stored.charter.yaml')
    expect(await parley(['charter', 'draft', 'town', '--data', data, '-o', drafted])).toMatchObject({
      code: 0,
    })
    expect(readFileSync(drafted, 'utf8')).toBe(readFileSync(at('first.charter.yaml'), 'utf8'))
    expect(await parley(['import', 'native', town, '--data', data])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^parley: --assembly: found "town", which is there already.*\n$/),
    })
    const report = await parley(['report', 'town', '--data', data])
    expect(report.code).toBe(0)
    expect(JSON.parse(report.out)).toMatchObject({ schema: 'parley-report/1', assembly: { id: 'town' } })
    const page = at('report.html')
    expect(await parley(['report', 'town', '--data', data, '--format', 'html', '-o', page])).toMatchObject({
      code: 0,
    })
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/i)
  })

  test('what Polis makes of the same votes is written with its basis and every difference', async () => {
    const ran = await parley(['map', town, '--parity', 'polis', '--explain', '--reruns', '2', '--json'])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({
      parity: 'polis',
      basis: 'votes-alone',
      cannot: [expect.stringContaining('polis#2358'), expect.any(String)],
      agreement: null,
      differences: expect.arrayContaining([
        expect.objectContaining({
          kind: 'sticky-membership',
          touches: expect.objectContaining({ kind: 'unknowable' }),
        }),
      ]),
    })
  })

  test('a result that Polis published otherwise ends with 1, and one that cannot be with 2', async () => {
    mkdirSync(at('live'))
    const table = (name: string, ...rows: string[]) => writeFileSync(at(`live/${name}`), rows.join('\n'))
    table('statements.csv', 'statement,is_seed,is_meta,moderated,text', '0,True,False,1,a')
    table('votes.csv', 'participant,statement,vote,modified', '0,0,1,1', '3,0,-1,1')
    const group = (id: number) => ({ id, members: [id] })
    const math = {
      tids: [0],
      'mod-out': [],
      'in-conv': [0, 3],
      'user-vote-counts': { '0': 1, '3': 1 },
      pca: { center: [0], comps: [[1], [0]] },
      'base-clusters': { id: [0, 1], members: [[0], [3]], x: [1, -1], y: [0, 0] },
      'group-clusters': [group(0), group(1)],
      'group-votes': {},
      'group-aware-consensus': {},
      consensus: { agree: [], disagree: [] },
      repness: {},
      'comment-priorities': { '0': 7 },
    }
    table('math.json', JSON.stringify(math))
    const other = await parleyHere(['map', at('live'), '--parity', 'polis'])
    expect(other.code).toBe(1)
    expect(other.out).toContain('NOT the same as published: priorities, 0 of 1')
    table('math.json', JSON.stringify({ ...math, 'in-conv': [0, 0] }))
    expect(await parleyHere(['map', at('live'), '--parity', 'polis'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/math\.json, field "in-conv": found the participant "0" twice[^\n]*\n$/),
    })
  })

  test('the rewards and preferences that follow are written whole', async () => {
    const learnt = await parley(['learn', town, '-o', at('learnt'), '--json'])
    expect(JSON.parse(learnt.out)).toMatchObject({ rows: 0 })
    expect(readdirSync(at('learnt')).sort()).toEqual([
      'preferences.jsonl',
      'preferences.sidecar.jsonl',
      'rewards.json',
    ])
  })
})

test('groups keep the letters of an earlier map', async () => {
  const { out } = await parleyHere(['map', town, '--k', '2', '--reruns', '0', '--json'])
  const letters = { A: 'B', B: 'A' }
  const people = (JSON.parse(out) as { people: { id: string; group: 'A' | 'B' }[] }).people
  writeFileSync(
    at('old.json'),
    JSON.stringify({ people: people.map(({ id, group }) => ({ id, group: letters[group] ?? null })) }),
  )
  const ran = await parleyHere(['map', town, '--k', '2', '--reruns', '0', '--before', at('old.json')])
  expect(ran.out).toMatch(/^group B: .*\ngroup A: /m)
  expect(ran.out).toContain(
    'group B goes on: 100 % of those who were or are in it did not move; by size its letter would be A',
  )
})

describe('files of votes alone', () => {
  test('text, packed or both ways of writing it: the same map', async () => {
    const votes = townLines().filter((line): line is Record<string, string> => 'vote' in line)
    const lines = write(
      'plain.jsonl',
      votes.map(({ participant, statement, vote }) => ({ participant, statement, vote })),
    )
    writeFileSync(
      at('plain.csv'),
      [
        'vote,participant,statement',
        ...votes.map((one) => `${one.vote},${one.participant},${one.statement}`),
      ].join('\n'),
    )
    const packed = await parley(['votes', 'pack', at('plain.csv'), '-o', at('plain.votes')])
    expect(packed).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${PEOPLE} people, ${STATEMENTS} statements`),
    })
    const maps = await Promise.all(
      [lines, at('plain.csv'), at('plain.votes')].map(async (file) => {
        const { code, out } = await parley(['map', file, '--seed', 'town', '--json'])
        expect(code).toBe(0)
        const { file: _, ...map } = JSON.parse(out)
        return map
      }),
    )
    expect(maps[1]).toEqual(maps[0])
    expect(maps[2]).toEqual(maps[0])
    const { assembly: _, notes: __, ...whole } = JSON.parse((await parley(['map', town, '--json'])).out)
    expect(maps[0]).toEqual(whole)
  })

  test('a wrong row ends the command in one line, and writes nothing', async () => {
    writeFileSync(at('wrong.csv'), 'participant,statement,vote\np,s,1\np,s,maybe\n')
    expect(await parley(['votes', 'pack', at('wrong.csv'), '-o', at('wrong.votes')])).toMatchObject({
      code: 2,
      err: 'parley: wrong.csv, row 3, column "vote": found "maybe", expected 1, 0 or -1, or agree, pass or disagree\n',
    })
    expect(existsSync(at('wrong.votes'))).toBe(false)
  })

  test.each([
    ['map', town, '--parity', 'polis', '--voices'],
    ['map', town, '--explain'],
    ['votes', 'pack', directory.path, '-o', at('none.votes')],
    ['votes', 'pack', at('nowhere.csv'), '-o', at('none.votes')],
  ])('parley %s %s: what cannot be done is refused in one line', async (...args) => {
    const { code, err } = await parley(args)
    expect(code).toBe(2)
    expect(err).toMatch(/^parley: [^\n]+: found [^\n]+, expected [^\n]+\n$/)
    expect(existsSync(at('none.votes'))).toBe(false)
  })

  test('a map of nobody tells no number that nothing was counted for', async () => {
    writeFileSync(at('nobody.csv'), 'participant,statement,vote\n')
    const { code, out } = await parley(['map', at('nobody.csv')])
    expect(code).toBe(0)
    expect(out).toContain('0 people')
    expect(out).not.toMatch(/once in twenty|NaN/)
  })

  test('a statement cannot steer the terminal that shows it', async () => {
    const lines = townLines().map((line) =>
      'text' in line ? { ...line, text: 'up\u001b[2J\nand\u202eover' } : line,
    )
    const { out } = await parley(['map', write('steers.jsonl', lines), '--reruns', '0'])
    expect(out).toContain('up [2J and over')
    for (const mark of ['\u001b', '\u202e']) expect(out).not.toContain(mark)
  })
})

test('an audit that could test nothing does not end well', async () => {
  const file = at('untestable.charter.yaml')
  expect(await parley(['charter', 'draft', town, '-o', file])).toMatchObject({ code: 0 })
  expect(await parley(['audit', '--charter', file])).toMatchObject({
    code: 1,
    out: expect.stringContaining('In all: 0 broken, 0 kept'),
    err: expect.stringMatching(/^parley: no trial could be judged.*\n$/),
  })
})

describe('the audit of an export', () => {
  const written = (name: string, agrees: number) => {
    mkdirSync(at(name))
    const files = {
      'comments.csv': `comment-id,author-id,agrees,disagrees,moderated,comment-body\n0,0,${agrees},0,1,x\n`,
      'votes.csv': 'timestamp,comment-id,voter-id,vote\n1,0,0,1\n2,0,0,1\n',
      'participants-votes.csv': 'participant,group-id,n-votes,n-agree,n-disagree,0\n0,0,1,1,0,1\n',
    }
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at(name), file), text)
    return at(name)
  }

  test('ends with 1 and names what contradicts, else with 0', async () => {
    const twice = await parleyHere(['audit', 'export', written('twice', 2)])
    expect(twice).toMatchObject({ code: 1, err: '' })
    expect(twice.out).toContain(
      '  for example  statement 0: claimed 2 agrees and 0 disagrees, recomputed 1 and 0\n',
    )
    expect(await parleyHere(['audit', 'export', written('once', 1)])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/In all: 0 contradicting, \d agreeing, \d that cannot be told\.\n$/),
    })
  })

  test('is JSON for programs, with the same seed the same', async () => {
    const asked = ['audit', 'export', written('json', 2), '--json', '--seed', 'a']
    const { code, out } = await parleyHere(asked)
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ kind: 'contradicts', check: 'totals of statements', count: 1 }),
    )
    expect((await parleyHere(asked)).out).toBe(out)
  })

  test('says in one line what it cannot read', async () => {
    expect(await parleyHere(['audit', 'export', at('nowhere')])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^parley: .*nowhere.*\n$/),
    })
  })
})

describe('bad input gets one line and leaves nothing behind', () => {
  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['a file that is not there', () => ['map', at('nowhere.jsonl')], /nowhere\.jsonl.*expected an export/],
    [
      'a vote that is no vote',
      () => [
        'charter',
        'draft',
        write('bad.jsonl', [
          { type: 'assembly', id: 'a', question: '?' },
          { type: 'vote', participant: 'p', statement: 's', vote: 'maybe' },
        ]),
        '-o',
        at('bad.charter.yaml'),
      ],
      /bad\.jsonl.*2.*expected/,
    ],
    [
      'an import of the same',
      () => ['import', 'native', at('bad.jsonl'), '--data', at('bad-data')],
      /bad\.jsonl/,
    ],
    [
      'a charter that is none',
      () => {
        writeFileSync(at('none.charter.yaml'), 'title: 7\n')
        return ['charter', 'check', at('none.charter.yaml')]
      },
      /none\.charter\.yaml/,
    ],
    ['a native file for a Polis export', () => ['import', 'polis', town], /town\.jsonl.*expected.*Polis/],
    [
      'an id that no address can hold',
      () => ['import', 'native', at('bad.jsonl'), '--assembly', '..'],
      /--assembly/,
    ],
    [
      'a place where nothing can be written',
      () => ['charter', 'draft', at('town.jsonl'), '-o', at('no/where.yaml')],
      /no\/where/,
    ],
    [
      'a data directory that is a file',
      () => ['map', 'town', '--data', at('town.jsonl')],
      /town\.jsonl.*a file/,
    ],
    ['a model nobody knows', () => ['audit', '--model', 'scripted:kind'], /--model/],
    ['differences from nothing', () => ['map', town, '--explain'], /--explain.*expected --parity polis/],
    [
      'a result of Polis that is none',
      () => ['map', town, '--parity', 'polis', '--math', at('bad.jsonl')],
      /bad\.jsonl.*expected one JSON value/,
    ],
    [
      'an earlier map that is none',
      () => ['map', town, '--before', at('nowhere.json'), '--reruns', '0'],
      /nowhere\.json.*expected an earlier map/,
    ],
    ['targets for nothing', () => ['map', town, '--targets', at('t.csv')], /--targets.*--voices/],
    ['a flag nobody knows', () => ['map', at('bad.jsonl'), '--parities'], /--parities/],
    ['a record that is none', () => ['ledger', 'verify', at('nowhere.ledger')], /nowhere\.ledger/],
    ['an assembly that is not there', () => ['report', 'nowhere', '--data', at('empty')], /nowhere/],
  ]

  test.each(cases)('%s', async (_, args, line) => {
    const ran = await parley(args())
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringMatching(line) })
    expect(existsSync(at('bad.charter.yaml'))).toBe(false)
    expect(readdirSync(directory.path).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

/** Seven published conversations (CC BY 4.0, The Computational Democracy Project). */
const OPEN = '../shared/data/polis-open'
const published = existsSync(OPEN) ? readdirSync(OPEN) : []
if (published.length === 0) console.info(`skipped: the published Polis exports are not at ${OPEN}`)

describe.skipIf(published.length === 0)('the published Polis conversations', () => {
  test('are seven', () => expect(published).toHaveLength(7))

  test.each(published)('%s: imported, mapped, and drafted into a charter that is accepted', async (name) => {
    const data = at('published')
    const source = join(OPEN, name)
    const imported = await parleyHere([
      'import',
      'polis',
      source,
      '--data',
      data,
      '--assembly',
      name,
      '--json',
    ])
    expect(imported.code).toBe(0)
    const { votes } = JSON.parse(imported.out) as { votes: number }
    const map = await parleyHere(['map', name, '--data', data, '--reruns', '0', '--json'])
    const { drawnFrom } = JSON.parse(map.out) as { drawnFrom: { votes: number } }
    // Votes on statements that moderators removed are recorded, and not drawn.
    expect(drawnFrom.votes).toBeGreaterThan(0.9 * votes)
    expect(drawnFrom.votes).toBeLessThanOrEqual(votes)
    const file = at(`${name}.charter.yaml`)
    const quick = ['--resamples', '5', '--reruns', '2']
    expect(await parleyHere(['charter', 'draft', name, '--data', data, '-o', file, ...quick])).toMatchObject({
      code: 0,
    })
    expect(await parleyHere(['charter', 'check', file])).toMatchObject({ code: 0 })
  })
})
