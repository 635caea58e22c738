import { chance, id, type ParticipantId } from '../kernel/index.ts'
import { type Answer, listeningOf } from './listening.case.ts'

/** A crowd whose truth is known. */
export type Population =
  /** Each group has its own share of agreement with each statement; every person votes by their group's. */
  | { readonly kind: 'groups'; readonly shares: readonly number[] }
  /** Positions on two axes, normal; agreement rises with the position along each statement's own direction. */
  | { readonly kind: 'cloud' }
  /** Nobody's answers hang together: each statement has one share of agreement for everybody. */
  | { readonly kind: 'random' }
  /** Positions evenly on one line; each statement divides it somewhere, `steep` sharply or less so. */
  | { readonly kind: 'line'; readonly steep: number }

export interface PlantedSize {
  readonly people: number
  readonly statements: number
  /** The share of statements a person answers. */
  readonly answered: number
}

/** Draws a population; one answer in ten is a pass. `truth` names each person's group, where there are groups. */
export function planted(population: Population, { people, statements, answered }: PlantedSize, seed: string) {
  const random = chance(`planted/${seed}`)
  const truth = new Map<ParticipantId, string>()
  const agrees = agreement(population, { people, statements }, random)
  const answers: Answer[] = []
  for (let person = 0; person < people; person++) {
    if (population.kind === 'groups')
      truth.set(id(`${person}`), `${groupOf(population.shares, person, people)}`)
    for (let statement = 0; statement < statements; statement++) {
      if (random.uniform() >= answered) continue
      const vote =
        random.uniform() < PASSES
          ? 'pass'
          : random.uniform() < agrees(person, statement)
            ? 'agree'
            : 'disagree'
      answers.push([`${person}`, `${statement}`, vote])
    }
  }
  return { listening: listeningOf(answers), truth }
}

function agreement(
  population: Population,
  { people, statements }: Pick<PlantedSize, 'people' | 'statements'>,
  random: ReturnType<typeof chance>,
): (person: number, statement: number) => number {
  const drawn = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)
  switch (population.kind) {
    case 'groups': {
      const shares = population.shares.map(() => drawn(statements, () => random.beta(0.4, 0.4)))
      return (person, statement) => shares[groupOf(population.shares, person, people)]![statement]!
    }
    case 'cloud': {
      const pull = drawn(statements, () => [random.normal(), random.normal(), 0.8 * random.normal()])
      const place = drawn(people, () => [random.normal(), random.normal()])
      return (person, statement) => {
        const [a = 0, b = 0, ease = 0] = pull[statement]!
        return logistic(1.2 * (a * place[person]![0]! + b * place[person]![1]!) + ease)
      }
    }
    case 'random': {
      const shares = drawn(statements, () => random.beta(2, 2))
      return (_, statement) => shares[statement]!
    }
    case 'line': {
      const cuts = drawn(statements, () => [2 * random.uniform() - 1, random.uniform() < 0.5 ? -1 : 1])
      const place = drawn(people, () => 2 * random.uniform() - 1)
      return (person, statement) => {
        const [cut = 0, side = 0] = cuts[statement]!
        return logistic(population.steep * side * (place[person]! - cut))
      }
    }
  }
}

/** The group of a person, when the first people fill the first group, and so on. */
function groupOf(shares: readonly number[], person: number, people: number): number {
  let upTo = 0
  return shares.findIndex((share, group) => {
    upTo += share
    return (person + 0.5) / people < upTo || group === shares.length - 1
  })
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const PASSES = 0.1
