import { id } from '../../kernel/index.ts'
import { ejrPlusOf, oneEach, RULES } from '../../negotiate/index.ts'
import { hasNaive, NAIVE_RULES, naiveEjrPlus, SHARING } from './naive-rules.ts'
import { plantedApprovals } from './planted-approvals.ts'
import type { BenchSize } from './planted-votes.ts'
import { type Timed, timed } from './timed.ts'

/** One size of the rules' bench, in a process of its own, so that the peak of its memory is its own. */
export interface RulesChildTask extends BenchSize {
  readonly seed: string
  readonly seats: number
  /** Whether the same profile also goes through the rules as their definitions say. */
  readonly naive: boolean
}

export interface RulesChildReport {
  readonly approvals: number
  /** Seconds to turn the ballots around, once for all rules. */
  readonly profile: number
  readonly rules: readonly RuleTimes[]
  /** MiB the process held at most before anything naive ran: Node, code, generator, ballots. */
  readonly peak: number
}

/** Time on the clock, and of the processor: other work on the machine lengthens the first much more. */
export type Taken = Pick<Timed<unknown>, 'seconds' | 'cpuSeconds'>

export interface RuleTimes {
  readonly rule: (typeof SHARING)[number]
  readonly choose: Taken
  /** To check EJR+ of its slate and find the smallest quota, and that quota. */
  readonly ejrPlus: Taken
  readonly smallestQuota: number
  /** Seconds of the naive rule and check, and whether they say the same; null where there is none, or none was asked for. */
  readonly naive: { readonly choose: number; readonly ejrPlus: number; readonly isSame: boolean } | null
}

const task = JSON.parse(process.argv[2]!) as RulesChildTask
const { seats } = task
const approvals = plantedApprovals(task, task.seed)
const told = {
  candidates: Array.from({ length: task.statements }, (_, statement) => id<'statement'>(`${statement}`)),
  people: Array.from({ length: task.people }, (_, person) => id<'participant'>(`${person}`)),
  approvals,
  seen: approvals,
  groups: [],
}
const { result: profile, seconds } = timed(() => oneEach(told), 1)
const ours = SHARING.map((rule) => {
  const chosen = timed(() => RULES[rule].choose(profile, seats))
  return { rule, chosen, checked: timed(() => ejrPlusOf(profile, chosen.result, seats)) }
})
const peak = process.resourceUsage().maxRSS / 1024
const rules = ours.map(
  ({ rule, chosen, checked }): RuleTimes => ({
    rule,
    choose: takenBy(chosen),
    ejrPlus: takenBy(checked),
    smallestQuota: checked.result.smallestQuota,
    naive: task.naive && hasNaive(rule) ? naively(rule, chosen.result, checked.result.claim === null) : null,
  }),
)
const report: RulesChildReport = { approvals: approvals.candidates.length, profile: seconds, rules, peak }
process.stdout.write(JSON.stringify(report))

function takenBy({ seconds, cpuSeconds }: Taken): Taken {
  return { seconds, cpuSeconds }
}

function naively(
  rule: keyof typeof NAIVE_RULES,
  slate: readonly string[],
  holds: boolean,
): RuleTimes['naive'] {
  const chosen = timed(() => NAIVE_RULES[rule](profile, seats), 1)
  const checked = timed(() => naiveEjrPlus(profile, chosen.result, seats), 1)
  const isSame = String(chosen.result) === String(slate) && checked.result === holds
  return { choose: chosen.seconds, ejrPlus: checked.seconds, isSame }
}
