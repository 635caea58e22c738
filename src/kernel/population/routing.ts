import { quickChance } from '../quick-chance.ts'
import { type Draw, weightedDraw } from '../weighted-draw.ts'
import type { PopulationPlan } from './plan.ts'

/** For each group, how its members are shown statements. */
export function routesOf(
  support: Float64Array,
  { statements, routing }: PopulationPlan,
  seed: string,
): Draw[] {
  const random = quickChance(`${seed}/routing`)
  const own = Float64Array.from({ length: statements }, () => routing.skew * random.normal())
  const groups = support.length / statements
  const mean = own.map((_, column) => {
    let sum = 0
    for (let at = column; at < support.length; at += statements) sum += support[at]!
    return sum / groups
  })
  return Array.from({ length: groups }, (_, group) =>
    weightedDraw(
      own.map((weight, column) =>
        Math.exp(
          weight +
            routing.likeMinded * support[group * statements + column]! +
            routing.agreed * mean[column]!,
        ),
      ),
    ),
  )
}
