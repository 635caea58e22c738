import { quickChance } from '../quick-chance.ts'
import { oddsOf, supportOf } from './opinions.ts'
import { peopleOf } from './people.ts'
import type { PopulationPlan } from './plan.ts'
import { routesOf } from './routing.ts'
import { copyRows, emptyVotes, fillRows, type PlantedVotes } from './rows.ts'

/** A population whose truth is known. */
export interface PlantedPopulation {
  readonly votes: PlantedVotes
  /** Each person's group; on a continuum, their step along it; 0 where there is nothing to tell apart. */
  readonly group: Uint8Array
  /** 0 for those who answer for themselves; else the number of the brigade, from 1. Brigades are the last rows. */
  readonly brigade: Uint8Array
  readonly groups: number
  /** `support[group * columns + column]`: the share of a group that would agree, were everybody asked. */
  readonly support: Float64Array
}

/**
 * Draws a population, in two passes, so that its arrays are made once and in their final size.
 *
 * The same plan and seed give the same bits on every machine. Rows are in no order: groups are drawn person by person.
 *
 * Shapes: `votes`: one row per person, brigades last. At most 255 brigades, 256 groups and 2³² − 1 votes.
 * Errors: throws RangeError where nobody answers anything, or shares add up to nothing.
 * Source: the sizes and sparsity of published conversations, and what the parameters were set by: ADR 0039.
 */
export function populationOf(plan: PopulationPlan, seed: string): PlantedPopulation {
  const odds = oddsOf(plan, seed)
  const groups = odds.length / plan.statements
  const support = supportOf(odds, plan)
  const { group, brigade, leader, rowStart } = peopleOf(plan, groups, seed)
  const votes = emptyVotes(plan, rowStart)
  const draws = routesOf(support, plan, seed)
  fillRows({ plan, votes, group, odds, draws }, quickChance(`${seed}/votes`))
  copyRows({ plan, votes, brigade, leader }, quickChance(`${seed}/brigades`))
  return { votes, group, brigade, groups, support }
}
