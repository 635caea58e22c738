import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { workerFile } from '../../io/worker-file.ts'
import { type Bench, type BenchRow, median, slopeOf } from './bench.ts'
import type { MapChildReport, MapChildTask } from './map-child.ts'
import type { BenchSize } from './planted-votes.ts'
import type { Stage, Stages } from './timed-map.ts'

/** How long a map takes and how much memory, from ten thousand to ten million people. */
export const map: Bench = {
  name: 'map',
  measures:
    'seconds from votes in memory to groups, representative statements and consensus, on all cores; the middle of three runs in one process, the first run beside it; peak memory of the whole process, Node and votes included',
  run: async ({ seed, full }, say) => {
    const measured: Measured[] = []
    for (const size of SIZES.filter((one) => full || !one.onlyFull)) {
      say(nameOf(size))
      measured.push({ size, report: await measure({ ...size, seed, runs: RUNS, naive: size === SMALL }) })
    }
    return [...measured.flatMap(rowsOf), ...growthOf(measured), ...ratioOf(measured)]
  },
}

interface Size extends BenchSize {
  readonly onlyFull: boolean
  /** Seconds and MiB at most, where a target is stated. */
  readonly atMost: { readonly seconds?: number; readonly memory?: number }
}

interface Measured {
  readonly size: Size
  readonly report: MapChildReport
}

const SMALL: Size = { people: 1e4, statements: 500, onlyFull: false, atMost: {} }
const SIZES: readonly Size[] = [
  SMALL,
  { people: 1e4, statements: 1000, onlyFull: false, atMost: { seconds: 0.2 } },
  { people: 1e5, statements: 500, onlyFull: false, atMost: {} },
  { people: 1e5, statements: 1000, onlyFull: false, atMost: { seconds: 0.4 } },
  { people: 1e6, statements: 1000, onlyFull: false, atMost: { seconds: 1.2, memory: 350 } },
  { people: 1e7, statements: 1000, onlyFull: true, atMost: { seconds: 12, memory: 2048 } },
]
const RUNS = 3

async function measure(task: MapChildTask): Promise<MapChildReport> {
  const child = fileURLToPath(workerFile(import.meta.url, './map-child.js'))
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(task)])
  return JSON.parse(stdout) as MapChildReport
}

function rowsOf({ size, report }: Measured): BenchRow[] {
  const what = nameOf(size)
  const { seconds, memory } = size.atMost
  const middle = (stage: Stage) => median(report.runs.map((run) => run[stage]))
  const stages = ['axes', 'positions', 'groups', 'findings', 'evidence', 'intervals'] as const
  return [
    {
      what,
      figure: secondsOf(report),
      unit: 's',
      parts: {
        ...Object.fromEntries(stages.slice(0, 4).map((stage) => [stage, middle(stage)])),
        'first run': total(report.runs[0]!),
      },
      ...(seconds === undefined ? {} : { target: { atMost: seconds } }),
    },
    {
      what: `${what}, with the evidence for groups and all intervals`,
      figure: median(report.runs.map((run) => stages.reduce((sum, stage) => sum + run[stage], 0))),
      unit: 's',
      parts: { evidence: middle('evidence'), intervals: middle('intervals') },
    },
    {
      what: `${what}, peak memory`,
      figure: report.peak,
      unit: 'MiB',
      parts: { votes: report.votes },
      ...(memory === undefined ? {} : { target: { atMost: memory } }),
    },
  ]
}

/** Below 1: what does not grow with the people is still a part of the time at the smaller size. */
function growthOf(measured: readonly Measured[]): BenchRow[] {
  const at = (people: number) =>
    measured.find(({ size }) => size.people === people && size.statements === 1000)
  const [small, large] = [at(1e5), at(1e6)]
  if (small === undefined || large === undefined) return []
  const figure = slopeOf([secondsOf(small.report), secondsOf(large.report)])
  const what = 'slope of log time over log people, from 100,000 to 1,000,000'
  return [{ what, figure, unit: 'none', target: { atMost: 1.1 } }]
}

function ratioOf(measured: readonly Measured[]): BenchRow[] {
  return measured.flatMap(({ size, report }) => {
    if (report.naive === null) return []
    const figure = report.naive / secondsOf(report)
    return [
      {
        what: `naive dense map ÷ ours, ${nameOf(size)}`,
        figure,
        unit: 'ratio',
        parts: { naive: report.naive },
      },
    ]
  })
}

const secondsOf = ({ runs }: MapChildReport): number => median(runs.map(total))

/** Votes in memory to groups, representative statements and consensus. */
const total = ({ axes, positions, groups, findings }: Stages): number => axes + positions + groups + findings

const nameOf = ({ people, statements }: BenchSize): string => `map ${people} × ${statements}`
