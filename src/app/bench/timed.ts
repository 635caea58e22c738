import { cpuUsage } from 'node:process'
import { median } from './bench.ts'

/** What some work gave, and how long it took: the middle of several runs. */
export interface Timed<Result> {
  readonly seconds: number
  /** Of all threads together; other work on the machine does not lengthen it. */
  readonly cpuSeconds: number
  readonly result: Result
}

/** Does the same work some times over; the result is that of the first. */
export function timed<Result>(work: () => Result, times = 3): Timed<Result> {
  const runs = Array.from({ length: times }, () => {
    const [from, used] = [performance.now(), cpuUsage()]
    const result = work()
    const { user, system } = cpuUsage(used)
    return { seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6, result }
  })
  const middle = (of: 'seconds' | 'cpuSeconds') => median(runs.map((run) => run[of]))
  return { seconds: middle('seconds'), cpuSeconds: middle('cpuSeconds'), result: runs[0]!.result }
}
