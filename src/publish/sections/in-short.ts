import type { Charter } from '../../charter/index.ts'
import type { ClauseId, GroupId } from '../../kernel/index.ts'
import type { Report } from '../schema.ts'
import { about, counted, listed, some } from '../sentences.ts'

/** The sections that the five sentences are drawn from. */
export type Sections = Pick<Report, 'heard' | 'decided' | 'cannotHonour' | 'findings' | 'unknowns'> & {
  readonly charter: Charter | null
}

/** Five sentences: who chose, who gains, who loses, what broke, what is unknown. Counts go in, nothing else. */
export const inShortOf = (sections: Sections): Report['inShort'] => ({
  whoChose: sections.decided.kind === 'missing' ? 'Nobody yet: there is no charter.' : sections.decided.says,
  whoGains: gains(sections),
  whoLoses: loses(sections),
  whatBroke: broke(sections.findings),
  whatIsUnknown: unknown(sections),
})

const NOTHING_DECIDED = 'Not known: nothing is decided yet.'

function gains({ charter, heard }: Sections): string {
  if (charter === null) return NOTHING_DECIDED
  if (heard.groups.kind === 'no-stable-groups')
    return 'Not shown: there are no stable opinion groups to compare.'
  const by = effectsBy(charter, 'benefits')
  if (by.length === 0) return 'Not shown for any group.'
  const binding = charter.principles.length + charter.rulings.length
  return `Of ${counted(binding, 'clause')} that bind: ${listed(by.map(({ group, clauses }) => `group ${group} by ${clauses.length}`))}.`
}

function loses({ charter, heard, cannotHonour }: Sections): string {
  if (charter === null) return NOTHING_DECIDED
  const by = effectsBy(charter, 'burdens')
  const groups =
    heard.groups.kind === 'no-stable-groups'
      ? 'Not shown: there are no stable opinion groups to compare.'
      : by.length === 0
        ? 'Not shown for any group, which is not the same as no one.'
        : `${capital(listed(by.map(({ group, clauses }) => `group ${group} by ${counted(clauses.length, 'clause')} (${some(clauses, MOST_NAMED)})`)))}.`
  return [groups, ...unhonoured(cannotHonour)].join(' ')
}

function unhonoured(cannotHonour: Report['cannotHonour']): string[] {
  if (cannotHonour.kind === 'missing') return []
  const [first, ...rest] = cannotHonour.values
  if (first === undefined) return []
  if (rest.length === 0)
    return [`Also ${about(first.heldBy)} who hold what no assistant can honour (${first.id}).`]
  const ids = cannotHonour.values.map(({ id }) => id)
  return [
    `Also everybody who holds one of ${ids.length} values that no assistant can honour (${some(ids, MOST_NAMED)}).`,
  ]
}

function broke(findings: Report['findings']): string {
  if (findings.kind === 'missing') return `Not known. ${findings.says}`
  const broken = [
    ...new Set(findings.findings.filter(({ verdict }) => verdict === 'broken').map(({ clause }) => clause)),
  ]
  const { unknown, unverified } = findings.counts
  const open = `${unknown} unknown, ${unverified} not tested.`
  return broken.length === 0
    ? `Nothing that was tested broke; that is no proof. ${capital(open)}`
    : `${counted(broken.length, 'clause')} in trials: ${some(broken, MOST_NAMED)}. ${capital(open)}`
}

function unknown({ heard, charter, unknowns, findings }: Sections): string {
  const undetermined = new Set(
    (charter?.unknowns ?? [])
      .filter(({ about }) => about === 'undetermined')
      .flatMap((one) => one.statements),
  ).size
  const fewer = heard.attributes.flatMap(({ attribute, rows }) =>
    rows.filter(({ compared }) => compared === 'fewer').map(({ value }) => `${attribute} “${value}”`),
  )
  const open = findings.kind === 'missing' ? 0 : findings.counts.unknown + findings.counts.unverified
  const sentences = [
    ...(heard.targets === 'none' ? ['Who is missing: nobody said who the affected people are.'] : []),
    ...(fewer.length > 0 ? [`How people of ${listed(fewer)} would answer.`] : []),
    ...(undetermined > 0 ? [`Whether ${counted(undetermined, 'statement')} can be honoured.`] : []),
    ...(findings.kind === 'missing' ? ['Whether the charter is kept.'] : []),
    ...(open > 0 ? [`Whether ${counted(open, 'clause')} ${open === 1 ? 'is' : 'are'} kept.`] : []),
  ]
  return sentences.length === 0 ? unknowns.says : sentences.join(' ')
}

interface Affected {
  readonly group: GroupId
  readonly clauses: readonly ClauseId[]
}

/** The groups that gain or lose by clauses that bind, most often first. */
function effectsBy(charter: Charter, effect: 'benefits' | 'burdens'): readonly Affected[] {
  const binding = [...charter.principles, ...charter.rulings]
  return charter.groups
    .map(({ id: group }) => ({
      group,
      clauses: binding.filter((clause) => clause[effect].includes(group)).map(({ id }) => id),
    }))
    .filter(({ clauses }) => clauses.length > 0)
    .sort((a, b) => b.clauses.length - a.clauses.length)
}

/** How many clauses a sentence names; the others are counted. */
const MOST_NAMED = 3

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
