import { openThreads } from '../../io/threads/index.ts'
import { naiveMap } from './naive-map.ts'
import { type BenchSize, plantedVotes } from './planted-votes.ts'
import { type Stages, timedMap } from './timed-map.ts'

/** One size of the map's bench, in a process of its own, so that the peak of its memory is its own. */
export interface MapChildTask extends BenchSize {
  readonly seed: string
  readonly runs: number
  /** Whether the same votes are also mapped without any of our methods. */
  readonly naive: boolean
}

export interface MapChildReport {
  readonly votes: number
  readonly runs: readonly Stages[]
  /** MiB the process held at most until its first map was drawn, all of it: Node, code, votes, threads. */
  readonly peak: number
  /** Seconds of the naive map; null where it was not asked for. */
  readonly naive: number | null
}

const task = JSON.parse(process.argv[2]!) as MapChildTask
const votes = plantedVotes(task, task.seed)
const threads = openThreads()
const first = timedMap(votes, threads)
const peak = process.resourceUsage().maxRSS / 1024
const runs = [first, ...Array.from({ length: task.runs - 1 }, () => timedMap(votes, threads))]
const report: MapChildReport = {
  votes: votes.vote.length,
  runs,
  peak,
  naive: task.naive ? naiveMap(votes) : null,
}
process.stdout.write(JSON.stringify(report))
await threads.close()
