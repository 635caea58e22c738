import { existsSync } from 'node:fs'
import { readFiles } from '../../io/files.ts'
import { chance } from '../../kernel/index.ts'
import { type PolisParts, polisListening, readPolisParts } from '../../listen/index.ts'
import {
  type LabelVerdict,
  labelEvidence,
  labelledIn,
  type Membership,
  publishedAudit,
} from '../../map/index.ts'
import { BAD_INPUT, Ended, orEnd } from '../cli/ending.ts'
import type { Bench, BenchRow } from './bench.ts'
import { fewIn, halfOf, lowered, shuffledIn } from './published-labels.ts'
import { timed } from './timed.ts'

/** How often the audit of a published export is right about its labels, on published conversations. */
export const published: Bench = {
  name: 'published',
  measures:
    'how often the audit of an export raises its label alarm: on labels gone astray (power), on honest ones (false alarms)',
  run: async ({ seed }, say) => {
    if (!existsSync(OPEN))
      throw new Ended(BAD_INPUT, `bench published: found nothing at ${OPEN}, expected published exports`)
    const rows: BenchRow[] = []
    for (const name of CONVERSATIONS) {
      say(name)
      const parts = orEnd(readPolisParts(orEnd(await readFiles(`${OPEN}/${name}`))))
      rows.push(...rowsFor(name, parts, seed))
    }
    return rows
  },
}

const OPEN = '../shared/data/polis-open'
const CONVERSATIONS = [
  'vtaiwan.uberx',
  'american-assembly.bowling-green',
  'ssis.land-bank-farmland.2rumnecbeh.2021-08-01',
  'scoop-hivemind.taxes',
  'bg2050-volunteers',
  '15-per-hour-seattle',
  'brexit-consensus',
]

function rowsFor(name: string, parts: PolisParts, seed: string): BenchRow[] {
  const labelled = labelledIn(parts, polisListening(parts, { assembly: null }))
  const rows = [
    ...goneAstray(labelled, seed),
    ...asPublished(labelled, seed),
    ...ofFew(labelled, seed),
    auditTime(parts),
  ]
  return rows.map((row) => ({ ...row, what: `${name}: ${row.what}` }))
}

type Labelled = ReturnType<typeof labelledIn>

/** Power: the labels are shuffled, all or some of them, or stand one row too low. */
function goneAstray({ stood, membership, rows }: Labelled, seed: string): BenchRow[] {
  const shuffled = (dose: number, deals: number) =>
    drawn(DRAWS, (at) => {
      const name = `${seed}/shuffled ${dose}/${at}`
      return [stood, shuffledIn(membership, dose, chance(name)), { seed: name, deals }]
    })
  const all = shuffled(1, GAP_DEALS)
  const lower = drawn(1, () => [stood, lowered(stood.matrix, rows), { seed, deals: 0 }])
  const promised = stood.matrix.people >= PROMISED ? { target: { atLeast: 0.95 } } : {}
  return [
    { ...told('alarm, all labels shuffled', all, ALARM), ...promised },
    told('gaps that pass for real, all labels shuffled', all, ['partly', 'follow']),
    ...DOSES.map((dose) => told(`alarm, ${100 * dose} % of the labels shuffled`, shuffled(dose, 0), ALARM)),
    { ...told('alarm, labels one row too low', lower, ALARM), target: { atLeast: 1 } },
  ]
}

/** False alarms: the labels are as they were published. */
function asPublished({ stood, membership }: Labelled, seed: string): BenchRow[] {
  const whole = drawn(SEEDS, (at) => [stood, membership, { seed: `${seed}/${at}` }])
  const halves = drawn(HALVES, (at) => {
    const name = `${seed}/half/${at}`
    return [...halfOf(stood.matrix, membership, chance(name)), { seed: name, deals: GAP_DEALS }]
  })
  return [
    { ...told('alarm, as published', whole, ALARM), target: { atMost: 0.05 } },
    { ...told('following, as published', whole, ['follow']), target: { atLeast: 0.95 } },
    { ...told('alarm, as published, half of the people', halves, ALARM), target: { atMost: 0.05 } },
    told('following, as published, half of the people', halves, ['follow']),
  ]
}

/** How often labels of a few people, half of them shuffled, pass as following the votes. */
const ofFew = ({ stood, membership }: Labelled, seed: string): BenchRow[] =>
  FEW.map((few) => {
    const some = (name: string): Membership => {
      const random = chance(name)
      return shuffledIn(fewIn(membership, few, random), 0.5, random)
    }
    const verdicts = drawn(DRAWS, (at) => [
      stood,
      some(`${seed}/${few}/${at}`),
      { seed: `${at}`, deals: GAP_DEALS },
    ])
    const row = told(`following, ${few} people, half of the labels shuffled`, verdicts, ['follow'])
    return { ...row, target: { atMost: 0.05 } }
  })

/** Processor time, which other work on the machine does not lengthen. */
const auditTime = (parts: PolisParts): BenchRow => ({
  what: 'the whole audit, once read, processor time',
  figure: 1000 * timed(() => publishedAudit(parts, { seed: 'time' })).cpuSeconds,
  unit: 'ms',
  target: { atMost: 2000 },
})

const drawn = (times: number, asked: (at: number) => Parameters<typeof labelEvidence>): LabelVerdict[] =>
  Array.from({ length: times }, (_, at) => labelEvidence(...asked(at))?.verdict ?? 'unknown')

const told = (what: string, all: readonly LabelVerdict[], which: readonly LabelVerdict[]): BenchRow => ({
  what,
  figure: all.filter((verdict) => which.includes(verdict)).length / all.length,
  unit: 'share',
})

const ALARM: readonly LabelVerdict[] = ['partly', 'unrelated']
/** Power is promised on conversations of so many people. */
const PROMISED = 1000
const DRAWS = 200
const HALVES = 100
const SEEDS = 10
const DOSES = [0.1, 0.25, 0.5]
const FEW = [15, 30, 60]
/** The fewest that can show p = .01; the audit itself deals twice as often. */
const GAP_DEALS = 99
