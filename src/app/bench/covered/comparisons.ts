import { type Chance, chance, normalQuantile } from '../../../kernel/index.ts'
import { bradleyTerry, type Duel, type Scale } from '../../../negotiate/index.ts'

export interface DuelsPlan {
  readonly items: number
  readonly duels: number
  /** How far the true strengths are scattered: the standard deviation of their log-odds. */
  readonly scatter: number
  readonly repeats: number
}

/** The share of 95 % intervals of differences between two strengths that hold the true difference. */
export function heldDifferences(plan: DuelsPlan, scale: Scale, seed: string): number {
  let [held, all] = [0, 0]
  for (let repeat = 0; repeat < plan.repeats; repeat++) {
    const random = chance(`${seed}/${plan.items}/${plan.duels}/${plan.scatter}/${repeat}`)
    const truth = Array.from({ length: plan.items }, () => plan.scatter * random.normal())
    const counted = heldIn(duelsOf(truth, plan.duels, random), truth, scale)
    held += counted.held
    all += counted.all
  }
  return held / all
}

/** Pairs drawn by chance, decided as often as Bradley and Terry's model has it. */
const duelsOf = (truth: readonly number[], count: number, random: Chance): Duel<string>[] =>
  Array.from({ length: count }, () => {
    const a = random.below(truth.length)
    const b = (a + 1 + random.below(truth.length - 1)) % truth.length
    const wins = random.uniform() < 1 / (1 + Math.exp(truth[b]! - truth[a]!))
    return { a: `${a}`, b: `${b}`, prefers: wins ? 'a' : 'b' }
  })

/** Differences within a component; across components nothing is said, and nothing counted. */
function heldIn(duels: readonly Duel<string>[], truth: readonly number[], scale: Scale) {
  const counted = { held: 0, all: 0 }
  for (const { items, strength, covariance } of bradleyTerry(duels, scale))
    for (let i = 0; i < items.length; i++)
      for (let j = 0; j < i; j++) {
        const at = (row: number, column: number) => covariance[row * items.length + column]!
        const difference = strength.get(items[i]!)!.estimate - strength.get(items[j]!)!.estimate
        const error = Math.abs(difference - (truth[Number(items[i])]! - truth[Number(items[j])]!))
        counted.held += Number(error <= Z * Math.sqrt(at(i, i) + at(j, j) - 2 * at(i, j)))
        counted.all++
      }
  return counted
}

const Z = normalQuantile(0.975)
