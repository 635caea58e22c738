import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chance } from '../../kernel/index.ts'
import { polisListening } from '../../listen/index.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import { labelEvidence } from './label-evidence.ts'
import { partsIn } from './published.case.ts'
import { labelledIn, publishedAudit } from './published.ts'

/** Seven published conversations (CC BY 4.0, The Computational Democracy Project); more draws: `parley bench published`. */
const OPEN = '../shared/data/polis-open'
const there = existsSync(OPEN)
if (!there) console.info(`skipped: the published Polis exports are not at ${OPEN}`)

const published = [
  {
    name: 'vtaiwan.uberx',
    differing: 96,
    example: 'statement 2: claimed 2 agrees and 25 disagrees, recomputed 2 and 7',
  },
  { name: 'american-assembly.bowling-green', differing: 211, example: 'statement 155: claimed 471' },
  { name: 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01', differing: 36, example: 'statement 39' },
  { name: 'scoop-hivemind.taxes', differing: 25, example: 'statement 15' },
  { name: 'bg2050-volunteers', differing: 32, example: 'statement 174' },
  { name: '15-per-hour-seattle', differing: 21, example: 'statement 0' },
  { name: 'brexit-consensus', differing: 8, example: 'statement 45' },
]

const read = (name: string) =>
  partsIn(
    new Map(readdirSync(`${OPEN}/${name}`).map((file) => [file, readFileSync(`${OPEN}/${name}/${file}`)])),
  )

describe.skipIf(!there).each(published)('$name', ({ name, differing, example }) => {
  test('as published: re-votes counted twice, nothing else, and labels that follow the votes', () => {
    const { findings, labels } = publishedAudit(read(name), { seed: 'test' })
    expect(findings.filter(({ kind }) => kind === 'contradicts')).toEqual([
      expect.objectContaining({
        check: 'totals of statements',
        count: differing,
        example: expect.stringContaining(example),
        cause: expect.stringMatching(/re-votes|counted once for every time/),
      }),
    ])
    expect(labels).toMatchObject({ verdict: 'follow', p: 0.005 })
    expect(labels?.astray.estimate).toBeLessThan(0.065)
    const consensus = findings.find(({ check }) => check === 'group-informed consensus')
    expect(consensus?.kind).toBe(name === 'bg2050-volunteers' ? 'agrees' : 'cannot-be-told')
  })
})

describe.skipIf(!there).each(published.slice(0, 2))('$name', ({ name }) => {
  test('with labels shuffled among people: the alarm, 20 times in 20', () => {
    const parts = read(name)
    const { stood, membership } = labelledIn(parts, polisListening(parts, { assembly: null }))
    const verdicts = Array.from({ length: 20 }, (_, at) =>
      labelEvidence(stood, shuffled(membership, `test/${at}`), { seed: `${at}`, deals: 0 }),
    ).map((evidence) => evidence?.verdict)
    expect(new Set(verdicts)).toEqual(new Set(['unrelated']))
  })
})

function shuffled({ groups, labels }: Membership, seed: string): Membership {
  const rows = [...labels.keys()].filter((row) => labels[row] !== NONE)
  const dealt = labels.slice()
  chance(seed)
    .shuffled(rows)
    .forEach((from, at) => {
      dealt[rows[at]!] = labels[from]!
    })
  return { groups, labels: dealt }
}
