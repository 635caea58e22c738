import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openThreads } from '../../io/threads/threads.ts'
import { loadVotes, saveVotes } from '../../io/votes-file.ts'
import { type Chance, chance, FOUR_GROUPS, id, populationOf, type Sign } from '../../kernel/index.ts'
import {
  type LiveMap,
  liveMap,
  type Preview,
  singleThread,
  USUAL,
  type VoteChange,
  type VoteMatrix,
} from '../../map/index.ts'
import { readVotes } from '../votes/read-votes.ts'
import { type Bench, type BenchRow, median } from './bench.ts'
import { peakOf } from './peak-memory.ts'
import { writeCsv } from './votes-csv.ts'

/** Votes that come in: how fast they are taken, how soon they show, and how they are read and kept. */
export const live: Bench = {
  name: 'live',
  measures: 'how many changes of votes are taken in a second, and how soon the map shows them',
  async run({ seed, full }, say) {
    const people = full ? 1_000_000 : 100_000
    say(`drawing ${people} people`)
    const matrix = matrixOfMany(people, seed)
    const directory = await mkdtemp(join(tmpdir(), 'parley-bench-'))
    try {
      return [
        ...(await currentRows(matrix, seed, say)),
        ...(await fileRows({ matrix, directory, say })),
        ...(await ingestRows({ seed, directory, say })),
      ]
    } finally {
      await rm(directory, { recursive: true })
    }
  },
}

type Say = (doing: string) => void

const STATEMENTS = 1000
/** Changes between two drawings. */
const CHANGES = 10_000
const ROUNDS = 5
/** Enough to show that memory does not follow the length of the file. */
const CSV_PEOPLE = 100_000

function matrixOfMany(people: number, seed: string): VoteMatrix {
  const { votes } = populationOf({ ...FOUR_GROUPS, people, statements: STATEMENTS }, seed)
  const ids = <Kind extends string>(count: number) =>
    Array.from({ length: count }, (_, at) => id<Kind>(`${at}`))
  return { ...votes, participants: ids(people), statements: ids(STATEMENTS), leftOut: 0 }
}

async function currentRows(matrix: VoteMatrix, seed: string, say: Say): Promise<BenchRow[]> {
  const size = `${matrix.people} × ${matrix.columns}`
  const threads = openThreads(2)
  try {
    const rows: BenchRow[] = []
    for (const [named, engine] of [
      ['one thread', singleThread],
      ['two threads', threads],
    ] as const) {
      say(`${size}: counting, ${named}`)
      rows.push(...changeRows(liveMap(matrix, engine), { named: `${size}, ${named}`, seed, matrix, say }))
    }
    return rows
  } finally {
    await threads.close()
  }
}

interface Changing {
  readonly named: string
  readonly seed: string
  readonly matrix: VoteMatrix
  readonly say: Say
}

function changeRows(map: LiveMap, { named, seed, matrix, say }: Changing): BenchRow[] {
  const random = chance(`${seed}/changes`)
  let before: Pick<Preview, 'axes' | 'centres'> = { axes: [], centres: START }
  before = timed(map.preview(before)).result
  const applied: number[] = []
  const refreshes: { readonly seconds: number; readonly parts: Readonly<Record<string, number>> }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    say(`${named}: changes and refresh, ${round + 1} of ${ROUNDS}`)
    const changes = someChanges(matrix, random)
    const began = performance.now()
    map.apply(changes)
    applied.push((performance.now() - began) / 1000)
    const { result, seconds, parts } = timed(map.preview(before))
    refreshes.push({ seconds, parts })
    before = result
  }
  const middle = refreshes.toSorted((a, b) => a.seconds - b.seconds)[ROUNDS >> 1]!
  say(`${named}: the whole map`)
  const settled = timed(map.settle({ ...USUAL, seed }))
  return [
    {
      what: `changes taken in, three in ten of them new votes, ${named}`,
      figure: CHANGES / median(applied),
      unit: 'per second',
      target: { atLeast: 200_000 },
    },
    {
      what: `refresh after ${CHANGES} changes, number of groups kept, ${named}`,
      figure: 1000 * middle.seconds,
      unit: 'ms',
      parts: Object.fromEntries(
        Object.entries(middle.parts).map(([part, seconds]) => [part, 1000 * seconds]),
      ),
      target: { atMost: 150 },
    },
    {
      what: `the whole map after them, number of groups chosen anew, ${named}`,
      figure: settled.seconds,
      unit: 's',
    },
  ]
}

/** Of twenty: thirteen changed minds, one vote taken back, five new votes of known people, one of somebody new. */
function someChanges(matrix: VoteMatrix, random: Chance): VoteChange[] {
  const { people, columns, participants, statements, rowStart, statement, vote } = matrix
  return Array.from({ length: CHANGES }, (): VoteChange => {
    const kind = random.below(20)
    const row = random.below(people)
    const at = rowStart[row]! + random.below(rowStart[row + 1]! - rowStart[row]!)
    const known = { participant: participants[row]!, statement: statements[statement[at]!]! }
    if (kind < 13) return { ...known, vote: (((vote[at]! + 2) % 3) - 1) as Sign }
    if (kind < 14) return { ...known, vote: null }
    const anything = { statement: statements[random.below(columns)]!, vote: 1 as const }
    if (kind < 19) return { participant: known.participant, ...anything }
    return { participant: id(`new ${random.below(1_000_000)}`), ...anything }
  })
}

interface Files {
  readonly matrix: VoteMatrix
  readonly directory: string
  readonly say: Say
}

async function fileRows({ matrix, directory, say }: Files): Promise<BenchRow[]> {
  const size = `${matrix.people} × ${matrix.columns}`
  const path = join(directory, 'bench.votes')
  say(`${size}: writing a file of votes`)
  const began = performance.now()
  await saveVotes(path, { matrix, through: 0 })
  const written = performance.now()
  say(`${size}: reading it`)
  const stored = await loadVotes(path)
  if (stored.kind === 'refused') throw new Error(stored.problem.found)
  const read = performance.now()
  return [
    { what: `file of votes written and fsynced, ${size}`, figure: (written - began) / 1000, unit: 's' },
    { what: `file of votes read and checked, ${size}`, figure: (read - written) / 1000, unit: 's' },
  ]
}

async function ingestRows({
  seed,
  directory,
  say,
}: Pick<Files, 'directory' | 'say'> & { readonly seed: string }) {
  const path = join(directory, 'votes.csv')
  say('writing a table of votes')
  const rows = await writeCsv(path, matrixOfMany(CSV_PEOPLE, seed))
  say(`reading ${rows} rows`)
  const began = performance.now()
  const stored = await readVotes(path)
  if (stored.kind === 'refused') throw new Error(stored.problem.found)
  const seconds = (performance.now() - began) / 1000
  say(`packing ${rows} rows in a process of its own`)
  const packed = await peakOf(['votes', 'pack', path, '-o', join(directory, 'packed.votes')])
  const read: BenchRow[] = [
    {
      what: `rows of a CSV file read into a matrix, ${rows} rows`,
      figure: rows / seconds,
      unit: 'per second',
    },
  ]
  const peak: BenchRow[] =
    packed === null
      ? []
      : [{ what: `peak memory of packing them, ${rows} rows`, figure: packed, unit: 'MiB' }]
  return [...read, ...peak]
}

/** Runs steps to their end, with the time that each took. */
function timed<T>(steps: Generator<unknown, T>) {
  const parts: Record<string, number> = {}
  const began = performance.now()
  for (let last = began; ; ) {
    const step = steps.next()
    const now = performance.now()
    if (step.done) return { result: step.value, seconds: (now - began) / 1000, parts }
    if (typeof step.value === 'string') parts[step.value] = (now - last) / 1000
    last = now
  }
}

/** Centres of four groups to begin from, one in each corner. */
const START = Float64Array.of(1, 1, 1, -1, -1, 1, -1, -1)
