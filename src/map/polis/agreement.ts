import type { PolisListed, PolisMath } from '../../listen/index.ts'
import { adjustedRand } from '../groups/compare.ts'
import { answersOf } from '../votes/matrix.ts'
import { axesAgreement } from './axes-agreement.ts'
import type { PolisResult } from './polis.ts'

/** How one part of a reproduction compares with what Polis published. */
export interface PolisAgreement {
  readonly part: PolisPart
  readonly same: number
  readonly of: number
  /** The largest difference of two numbers; null where names are compared. */
  readonly largest: number | null
}

export type PolisPart =
  | 'answers of each person'
  | 'statements set to zero'
  | 'components, |cosine|'
  | 'centres of base clusters'
  | 'number of groups'
  | 'groups, adjusted Rand index'
  | 'votes of groups'
  | 'group-informed consensus'
  | 'consensus lists'
  | 'representative statements'
  | 'representative values'
  | 'priorities'

/**
 * Every part of a reproduction against the result that Polis published for the same votes.
 *
 * Units: two numbers count as the same up to 1e-9, which is rounding.
 */
export function agreementWith(result: PolisResult, published: PolisMath): PolisAgreement[] {
  const { conversation, grouping } = result
  const answers = conversation.cast.participants.map(
    (person, row) => [person, answersOf(conversation.cast, row)] as const,
  )
  return [
    numbers('answers of each person', joined(new Map(answers), published.answers)),
    names('statements set to zero', [...conversation.zeroed].sort(), [...published.zeroed].sort()),
    numbers(
      'components, |cosine|',
      axesAgreement(result).map((cosine) => [cosine, 1]),
    ),
    numbers('centres of base clusters', centres(result, published)),
    numbers('number of groups', [[grouping.k, new Set(published.groupOf.values()).size]]),
    numbers('groups, adjusted Rand index', [[adjustedRand(grouping.groupOf, published.groupOf), 1]]),
    numbers('votes of groups', votesOfGroups(result, published)),
    numbers('group-informed consensus', joined(result.groupAwareConsensus, published.groupAwareConsensus)),
    names('consensus lists', result.consensus.map(nameOf), published.consensus.map(nameOf)),
    names(
      'representative statements',
      result.representative.map(nameIn),
      published.representative.map(nameIn),
    ),
    numbers('representative values', representativeValues(result, published)),
    numbers('priorities', joined(result.priorities, published.priorities)),
  ]
}

/** Differences up to this are rounding: the same terms, added in another order. */
const ROUNDING = 1e-9

/** Ours and theirs; undefined where one has no such number. */
type Pair = readonly [ours: number | undefined, theirs: number | undefined]

function numbers(part: PolisPart, pairs: readonly Pair[]): PolisAgreement {
  const apart = pairs.map(([ours, theirs]) => Math.abs((ours ?? Number.NaN) - (theirs ?? Number.NaN)))
  const known = apart.filter((difference) => !Number.isNaN(difference))
  return {
    part,
    same: known.filter((difference) => difference <= ROUNDING).length,
    of: pairs.length,
    largest: known.reduce((most, difference) => Math.max(most, difference), 0),
  }
}

function names(part: PolisPart, ours: readonly string[], theirs: readonly string[]): PolisAgreement {
  const same = theirs.filter((name, at) => name === ours[at]).length
  return { part, same, of: Math.max(ours.length, theirs.length), largest: null }
}

function joined<Key>(ours: ReadonlyMap<Key, number>, theirs: ReadonlyMap<Key, number>): Pair[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((key) => [ours.get(key), theirs.get(key)])
}

const centres = ({ baseClusters }: PolisResult, published: PolisMath): Pair[] =>
  baseClusters.flatMap(({ centre: [x, y] }, at): Pair[] => {
    const [theirX, theirY] = published.baseClusters[at]!.centre
    return [
      [x, theirX],
      [y, theirY],
    ]
  })

const votesOfGroups = ({ votes }: PolisResult, published: PolisMath): Pair[] =>
  [...published.votes].flatMap(([group, own]) =>
    [...own].flatMap(([statement, theirs]) => {
      const ours = votes.get(group)?.get(statement)
      return (['agree', 'pass', 'disagree'] as const).map((vote): Pair => [ours?.[vote], theirs[vote]])
    }),
  )

function representativeValues({ representative }: PolisResult, published: PolisMath): Pair[] {
  const ours = new Map(representative.map((one) => [nameIn(one), one]))
  return published.representative.flatMap((theirs): Pair[] => {
    const own = ours.get(nameIn(theirs))
    return [
      [own?.ratio, theirs.ratio],
      [own?.ownZ, theirs.ownZ],
    ]
  })
}

const nameOf = ({ statement, direction }: Pick<PolisListed, 'statement' | 'direction'>): string =>
  `${statement} ${direction}`

const nameIn = (one: Pick<PolisListed, 'statement' | 'direction'> & { readonly group: string }): string =>
  `${one.group} ${nameOf(one)}`
