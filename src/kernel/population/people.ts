import { chance } from '../chance.ts'
import { quickChance } from '../quick-chance.ts'
import { type Draw, weightedDraw } from '../weighted-draw.ts'
import type { Opinions, PopulationPlan } from './plan.ts'

/** Who there is, in which group, and where each one's row begins. */
export function peopleOf(
  { people, statements, opinions, answers, brigades }: PopulationPlan,
  groups: number,
  seed: string,
) {
  if (!(people >= 1 && answers.fewest >= 1 && answers.fewest <= answers.most))
    throw new RangeError('a population needs people, and each of them a range of at least one answer')
  const random = quickChance(`${seed}/people`)
  const all = brigades.reduce((sum, { size }) => sum + size, people)
  const [group, brigade] = [new Uint8Array(all), new Uint8Array(all)]
  const rowStart = new Uint32Array(all + 1)
  const drawGroup = groupDraw(opinions, groups)
  const range = answers.most - answers.fewest + 1
  for (let row = 0; row < people; row++) {
    group[row] = drawGroup(random)
    const answered = Math.min(statements, answers.fewest + Math.floor(random.uniform() * range))
    rowStart[row + 1] = rowStart[row]! + answered
  }
  const leader = brigades.map((_, at) => chance(`${seed}/leader/${at}`).below(people))
  let row = people
  for (const [at, { size }] of brigades.entries())
    for (let copy = 0; copy < size; copy++, row++) {
      brigade[row] = at + 1
      group[row] = group[leader[at]!]!
      rowStart[row + 1] = rowStart[row]! + rowStart[leader[at]! + 1]! - rowStart[leader[at]!]!
    }
  return { group, brigade, leader, rowStart }
}

const groupDraw = (opinions: Opinions, groups: number): Draw =>
  weightedDraw(
    opinions.kind === 'groups' ? Float64Array.from(opinions.shares) : new Float64Array(groups).fill(1),
  )
