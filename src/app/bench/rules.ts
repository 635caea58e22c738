import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { workerFile } from '../../io/worker-file.ts'
import { ejrPlusOf, RULES } from '../../negotiate/index.ts'
import type { Bench, BenchRow } from './bench.ts'
import { committees, profileOf } from './committees.ts'
import { hasNaive, SHARING } from './naive-rules.ts'
import type { BenchSize } from './planted-votes.ts'
import type { RulesChildReport, RulesChildTask, RuleTimes } from './rules-child.ts'
import { timed } from './timed.ts'

/** How long the proportional rules take, how long the check of what they owe, and in how much memory. */
export const rules: Bench = {
  name: 'rules',
  measures:
    'seconds on one core from a profile in memory to a slate, and to EJR+ with its smallest quota; the middle of three runs in one process; peak memory of the whole process; against the same rules as their definitions say, at a size they can bear',
  run: async ({ seed, full }, say) => {
    const rows: BenchRow[] = []
    for (const size of SIZES.filter((one) => full || !one.onlyFull)) {
      say(nameOf(size))
      rows.push(...rowsOf(size, await measure({ ...size, seed, seats: SEATS })))
    }
    say('small elections')
    return [...rows, ...smallRows(seed)]
  },
}

interface Size extends BenchSize {
  readonly onlyFull: boolean
  readonly naive: boolean
  /** Seconds of a rule, seconds of a check and MiB at most, where targets are stated. */
  readonly atMost: { readonly rule: number; readonly check: number; readonly memory: number } | null
}

const SEATS = 50
const SIZES: readonly Size[] = [
  { people: 1e4, statements: 1e4, onlyFull: false, naive: true, atMost: null },
  { people: 1e5, statements: 1e4, onlyFull: true, naive: true, atMost: null },
  {
    people: 1e6,
    statements: 1e4,
    onlyFull: false,
    naive: false,
    atMost: { rule: 2, check: 0.6, memory: 3072 },
  },
]

async function measure(task: RulesChildTask): Promise<RulesChildReport> {
  const child = fileURLToPath(workerFile(import.meta.url, './rules-child.js'))
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(task)])
  return JSON.parse(stdout) as RulesChildReport
}

function rowsOf(size: Size, report: RulesChildReport): BenchRow[] {
  const { approvals, profile, peak } = report
  const memory: BenchRow = {
    what: `${nameOf(size)}, peak memory`,
    figure: peak,
    unit: 'MiB',
    parts: { approvals, 'seconds to turn the ballots around': profile },
    ...atMost(size.atMost?.memory),
  }
  return [...report.rules.flatMap((times) => ruleRows(size, times)), memory]
}

function ruleRows(size: Size, { rule, choose, ejrPlus, smallestQuota, naive }: RuleTimes): BenchRow[] {
  const what = `${rule}, ${nameOf(size)}`
  const rows: BenchRow[] = [
    {
      what,
      figure: choose.seconds,
      unit: 's',
      parts: { cpuSeconds: choose.cpuSeconds },
      ...atMost(hasNaive(rule) ? size.atMost?.rule : undefined),
    },
    {
      what: `EJR+ with its smallest quota, ${what}`,
      figure: ejrPlus.seconds,
      unit: 's',
      parts: { cpuSeconds: ejrPlus.cpuSeconds, smallestQuota, quota: size.people / SEATS },
      ...atMost(size.atMost?.check),
    },
  ]
  if (naive === null) return rows
  return [
    ...rows,
    {
      what: `as its definition says ÷ ours, ${what}`,
      figure: naive.choose / choose.seconds,
      unit: 'ratio',
      parts: { naive: naive.choose, naiveEjrPlus: naive.ejrPlus },
    },
    {
      what: `other seats or another verdict than by the definition, ${what}`,
      figure: Number(!naive.isSame),
      unit: 'count',
      target: { atMost: 0 },
    },
  ]
}

/** All small elections under each rule, from ballots that stand by candidate as by person. */
function smallRows(seed: string): BenchRow[] {
  const { from, elections } = committees(seed)
  const all = elections.map((election) => ({ seats: election.seats, profile: profileOf(election) }))
  const what = `${all.length} small elections (${from})`
  return SHARING.flatMap((rule) => {
    const chosen = timed(() => all.map(({ profile, seats }) => RULES[rule].choose(profile, seats)))
    const checked = timed(() =>
      all.map(({ profile, seats }, at) => ejrPlusOf(profile, chosen.result[at]!, seats)),
    )
    const parts = { cpuSeconds: chosen.cpuSeconds, ejrPlus: checked.seconds }
    const limit = atMost(hasNaive(rule) ? SMALL : undefined)
    return { what: `${rule}, ${what}`, figure: chosen.seconds, unit: 's' as const, parts, ...limit }
  })
}

/** Seconds of a rule on all small elections, at most. */
const SMALL = 0.15

const atMost = (most: number | undefined): Pick<BenchRow, 'target'> =>
  most === undefined ? {} : { target: { atMost: most } }

const nameOf = ({ people, statements }: BenchSize): string => `${people} × ${statements}, ${SEATS} seats`
