import { type Draw, weightedDraw } from './alias.ts'
import { chance } from './chance.ts'
import { type QuickChance, quickChance } from './quick-chance.ts'

/** What a population is drawn from; every effect is in log odds of agreeing, for those who do not pass. */
export interface PopulationPlan {
  /** People who answer for themselves; brigades come on top. */
  readonly people: number
  readonly statements: number
  readonly opinions: Opinions
  /** Spread between statements: some are easy to agree with. */
  readonly popularity: number
  /** Spread between people: some agree with more, whatever it says. 0 where nothing may hang together. */
  readonly ability: number
  /** How many statements a person answers: any whole number between the two, equally likely. */
  readonly answers: { readonly fewest: number; readonly most: number }
  /** The share of answers that are passes. */
  readonly passes: number
  readonly routing: Routing
  readonly brigades: readonly Brigade[]
  /** Whether threads can read the votes where they lie. */
  readonly memory: 'own' | 'shared'
}

/** What hangs together in people's answers. */
export type Opinions =
  /** Groups of these shares; each has an effect of its own on each statement, with this spread. */
  | { readonly kind: 'groups'; readonly shares: readonly number[]; readonly spread: number }
  /** No groups: people stand evenly along one line, and each statement divides it somewhere, so steeply. */
  | { readonly kind: 'continuum'; readonly steep: number }
  /** Nothing at all. */
  | { readonly kind: 'random' }

/**
 * Who is shown what. A statement's weight in the draw is the exponential of these three, added up; with all of them
 * 0, each is shown as often.
 */
export interface Routing {
  /** Spread of the statements' own weights: some are shown far more often. */
  readonly skew: number
  /** More of what one's own group agrees with, per unit of its share of agreement. */
  readonly likeMinded: number
  /** More of what everybody agrees with, per unit of its share of agreement. */
  readonly agreed: number
}

/** Accounts that repeat one person's ballot. */
export interface Brigade {
  readonly size: number
  /** The chance that a repeated vote is redrawn, each of the three answers as likely. */
  readonly noise: number
}

/** Votes as a map reads them: row i holds entries rowStart[i] to rowStart[i + 1], in order of column; agree +1. */
export interface PlantedVotes {
  readonly people: number
  readonly columns: number
  readonly rowStart: Uint32Array
  readonly statement: Uint16Array | Uint32Array
  readonly vote: Int8Array
}

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

/** Four groups that are hard to tell apart: the population of the benches, but for its size (ADR 0039). */
export const FOUR_GROUPS: Omit<PopulationPlan, 'people' | 'statements'> = {
  opinions: { kind: 'groups', shares: [0.4, 0.3, 0.2, 0.1], spread: 1.05 },
  popularity: 0.5,
  ability: 0.2,
  answers: { fewest: 20, most: 60 },
  passes: 0.1,
  routing: { skew: 0.2, likeMinded: 0, agreed: 0 },
  brigades: [],
  memory: 'own',
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
  const { group, brigade, leader, rowStart } = rowsOf(plan, groups, seed)
  const votes = emptyVotes(plan, rowStart)
  const draws = routesOf(support, plan, seed)
  fillRows({ plan, votes, group, odds, draws }, quickChance(`${seed}/votes`))
  copyRows({ plan, votes, brigade, leader }, quickChance(`${seed}/brigades`))
  return { votes, group, brigade, groups, support }
}

/** Log odds that someone of average ability agrees, by group and statement. */
function oddsOf({ opinions, statements, popularity }: PopulationPlan, seed: string): Float64Array {
  const random = quickChance(`${seed}/opinions`)
  const ease = Float64Array.from({ length: statements }, () => popularity * random.normal())
  switch (opinions.kind) {
    case 'groups':
      return filled(
        opinions.shares.length,
        statements,
        (_, column) => ease[column]! + opinions.spread * random.normal(),
      )
    case 'continuum': {
      const cut = ease.map(() => 2 * random.uniform() - 1)
      const side = ease.map(() => (random.uniform() < 0.5 ? -opinions.steep : opinions.steep))
      const place = (step: number) => (2 * step + 1) / STEPS - 1
      return filled(
        STEPS,
        statements,
        (step, column) => ease[column]! + side[column]! * (place(step) - cut[column]!),
      )
    }
    case 'random':
      return ease
  }
}

function filled(rows: number, columns: number, value: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, at) =>
    value(Math.floor(at / columns), at % columns),
  )
}

/** The odds as shares of agreement among all answers, averaged over the abilities of people. */
function supportOf(odds: Float64Array, { ability, passes }: PopulationPlan): Float64Array {
  const grid = Array.from({ length: 41 }, (_, at) => (at - 20) / 4)
  const weights = grid.map((z) => Math.exp((-z * z) / 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return odds.map((x) => {
    const mean = grid.reduce((sum, z, at) => sum + weights[at]! * logistic(x + ability * z), 0)
    return ((1 - passes) * mean) / total
  })
}

/** Who there is, in which group, and where each one's row begins. */
function rowsOf(
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

function emptyVotes({ statements, memory }: PopulationPlan, rowStart: Uint32Array): PlantedVotes {
  const total = rowStart.at(-1)!
  const bytes = (length: number) =>
    memory === 'shared' ? new SharedArrayBuffer(length) : new ArrayBuffer(length)
  const statement =
    statements <= 0x10000 ? new Uint16Array(bytes(2 * total)) : new Uint32Array(bytes(4 * total))
  const starts = new Uint32Array(bytes(rowStart.byteLength))
  starts.set(rowStart)
  const people = rowStart.length - 1
  return { people, columns: statements, rowStart: starts, statement, vote: new Int8Array(bytes(total)) }
}

/** For each group, how its members are shown statements. */
function routesOf(support: Float64Array, { statements, routing }: PopulationPlan, seed: string): Draw[] {
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

interface Filling {
  readonly plan: PopulationPlan
  readonly votes: PlantedVotes
  readonly group: Uint8Array
  readonly odds: Float64Array
  readonly draws: readonly Draw[]
}

function fillRows({ plan, votes, group, odds, draws }: Filling, random: QuickChance): void {
  const { rowStart, statement, vote, columns } = votes
  const shownTo = new Uint32Array(columns)
  for (let row = 0; row < plan.people; row++) {
    const [from, to] = [rowStart[row]!, rowStart[row + 1]!]
    const draw = draws[group[row]!]!
    for (let at = from; at < to; at++) {
      const column = unshown(draw, random, { shownTo, row })
      shownTo[column] = row + 1
      let place = at
      for (; place > from && statement[place - 1]! > column; place--) statement[place] = statement[place - 1]!
      statement[place] = column
    }
    const ability = plan.ability * random.normal()
    const offset = group[row]! * columns
    for (let at = from; at < to; at++) {
      const agrees = plan.passes + (1 - plan.passes) * logistic(odds[offset + statement[at]!]! + ability)
      const drawn = random.uniform()
      vote[at] = drawn < plan.passes ? 0 : drawn < agrees ? 1 : -1
    }
  }
}

/** A statement not shown to this person yet; after some tries the next one free, so that a full row ends too. */
function unshown(
  draw: Draw,
  random: QuickChance,
  { shownTo, row }: { readonly shownTo: Uint32Array; readonly row: number },
): number {
  let column = draw(random)
  for (let tries = 1; tries < TRIES && shownTo[column] === row + 1; tries++) column = draw(random)
  while (shownTo[column] === row + 1) column = (column + 1) % shownTo.length
  return column
}

interface Copying {
  readonly plan: PopulationPlan
  readonly votes: PlantedVotes
  readonly brigade: Uint8Array
  readonly leader: readonly number[]
}

function copyRows({ plan, votes, brigade, leader }: Copying, random: QuickChance): void {
  const { rowStart, statement, vote } = votes
  for (let row = plan.people; row < brigade.length; row++) {
    const which = brigade[row]! - 1
    const { noise } = plan.brigades[which]!
    const from = rowStart[leader[which]!]!
    for (let at = rowStart[row]!, of = from; at < rowStart[row + 1]!; at++, of++) {
      statement[at] = statement[of]!
      vote[at] = random.uniform() < noise ? Math.floor(3 * random.uniform()) - 1 : vote[of]!
    }
  }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** A continuum in steps so small that nobody can tell. */
const STEPS = 64
/** Draws before a statement that was shown already gives way to its neighbour. */
const TRIES = 32
