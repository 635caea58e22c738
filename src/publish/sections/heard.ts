import type { Study } from '../../charter/index.ts'
import { byId, FEWEST_SHOWN, type Interval, wilson } from '../../kernel/index.ts'
import type { Listening, PopulationShare } from '../../listen/index.ts'
import { hiddenParts, type Part } from '../hidden-parts.ts'
import type { Heard, HeardAttribute, HeardRow } from '../schema.ts'
import { cited, counted, listed } from '../sentences.ts'

/**
 * Who was heard, and who was not: what people said of themselves, against the figures of those affected.
 *
 * Source: this project, ADR 0042.
 */
export function heardIn({ listening, map }: Pick<Study, 'listening' | 'map'>): Heard {
  const attributes = attributesOf(listening).map((attribute) => attributeIn(listening, attribute))
  return {
    says: says(listening, attributes),
    targets: listening.population.length > 0 ? 'given' : 'none',
    attributes,
    groups: groupsOf({ listening, map }),
  }
}

const attributesOf = ({ population, participants }: Listening): string[] =>
  [
    ...new Set([
      ...population.map(({ attribute }) => attribute),
      ...participants.flatMap(({ declared }) => Object.keys(declared)),
    ]),
  ].sort(byId)

/** What people said that is neither a target nor said by 20 others: named, it would point at somebody. */
const ELSE = 'something else'

function attributeIn({ population, participants }: Listening, attribute: string): HeardAttribute {
  const targets = population.filter((target) => target.attribute === attribute)
  const values = participants.flatMap(({ declared }) =>
    Object.hasOwn(declared, attribute) ? [declared[attribute] as string] : [],
  )
  const said = values.length
  const parts = partsOf(values, targets)
  const hidden = hiddenParts(parts)
  const rows = parts.map(({ key, count }): HeardRow => {
    const target = targets.find(({ value }) => value === key)
    const because = hidden.get(key)
    const figure = target?.share ?? null
    return {
      value: key ?? ELSE,
      target: figure,
      source: target?.source ?? null,
      heard: because === undefined ? shown(count, said) : { kind: 'not-shown', because },
      compared: comparedWith(figure, said < FEWEST_SHOWN ? null : countsOf(count, said, because)),
    }
  })
  return { attribute, said: said < FEWEST_SHOWN ? null : said, rows }
}

/**
 * Everybody who said something, once: the targets first, the largest share of the affected first. The order rests on
 * figures that are public anyway, as `hiddenParts` asks.
 */
function partsOf(values: readonly string[], targets: readonly PopulationShare[]): Part<string | null>[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const bySize = [...targets].sort((a, b) => b.share - a.share || byId(a.value, b.value))
  const named = [...new Set(bySize.map(({ value }) => value))]
  const others = [...counts.keys()].filter((value) => !named.includes(value))
  const large = others.filter((value) => (counts.get(value) ?? 0) >= FEWEST_SHOWN).sort(byId)
  const rest = others
    .filter((value) => !large.includes(value))
    .reduce((sum, value) => sum + (counts.get(value) ?? 0), 0)
  return [
    ...[...named, ...large].map((key) => ({ key, count: counts.get(key) ?? 0 })),
    ...(rest > 0 ? [{ key: null, count: rest }] : []),
  ]
}

function shown(people: number, said: number): HeardRow['heard'] {
  const { estimate, low, high } = wilson(people, said)
  return {
    kind: 'shown',
    people,
    share: thousandths(estimate),
    low: thousandths(low),
    high: thousandths(high),
  }
}

/** The counts that are compared: of what is not shown, all that it could be, so that comparing tells no more. */
function countsOf(count: number, said: number, because: string | undefined): readonly Interval[] | null {
  if (because === undefined) return [wilson(count, said)]
  return because === 'too-few' ? [wilson(0, said), wilson(Math.min(FEWEST_SHOWN - 1, said), said)] : null
}

function comparedWith(target: number | null, heard: readonly Interval[] | null): HeardRow['compared'] {
  if (target === null || heard === null) return 'not-compared'
  if (heard.every(({ high }) => high < target)) return 'fewer'
  return heard.every(({ low }) => low > target) ? 'more' : 'unclear'
}

function groupsOf({ listening, map }: Pick<Study, 'listening' | 'map'>): Heard['groups'] {
  const { grouping, people } = map
  if (grouping.kind === 'no-stable-groups') return { kind: 'no-stable-groups', because: grouping.because }
  const groups = grouping.groups.map(({ id }) => id)
  const sizes = groups.map((group) => ({
    group,
    people: people.filter((person) => person.group === group).length,
  }))
  const outside = listening.participants.length - sizes.reduce((sum, { people }) => sum + people, 0)
  // Groups are named by size, so hiding only some of the sizes would leave too little open.
  const small = sizes.some(({ people }) => people < FEWEST_SHOWN)
  return {
    kind: 'groups',
    sizes: small ? null : sizes,
    groups,
    outside: small ? null : outside,
  }
}

function says({ participants, population }: Listening, attributes: readonly HeardAttribute[]): string {
  const heard = `${counted(participants.length, 'person was', 'people were')} heard.`
  if (population.length === 0)
    return `${heard} Nobody said who the affected people are, in numbers: we cannot say who is missing.`
  const fewer = attributes.flatMap(({ attribute, rows }) =>
    rows.filter(({ compared }) => compared === 'fewer').map(({ value }) => `${attribute} ${cited(value)}`),
  )
  return fewer.length === 0
    ? `${heard} By what was measured, nobody is missing by more than chance would have it. What was not measured is not known.`
    : `${heard} Fewer than their share of those affected: ${listed(fewer)}. Those who were heard do not stand for those who were not.`
}

const thousandths = (share: number): number => Math.round(share * 1000) / 1000
