import { type Charter, contentHash, type Ratification } from '../../charter/index.ts'
import type { Authority, Motive } from '../../kernel/index.ts'
import { FEWEST_SHOWN } from '../../kernel/index.ts'
import type { CharterStatus, Decided } from '../schema.ts'
import { counted, listed } from '../sentences.ts'
import { publishedSupport } from '../shares.ts'
import { largeOnly } from './clauses.ts'
import { noCharter } from './no-charter.ts'

const AUTHORITIES: readonly Authority[] = ['participants', 'operator', 'law']
const MOTIVES: readonly (Motive | null)[] = ['control', 'censorship', 'ethics', 'pr', 'survey', null]

/** Who decided, and why: the clauses that bind, by authority and motive, and the vote on them. */
export function decidedIn(charter: Charter | null, status: CharterStatus): Decided {
  if (charter === null) return noCharter('who decided')
  const binding = [...charter.principles, ...charter.rulings]
  const ratification = charter.seal?.ratification ?? null
  return {
    kind: 'decided',
    title: charter.title,
    version: charter.version,
    hash: contentHash(charter),
    status,
    says: `${decidedBy(charter)} ${standing(status, ratification)}`,
    clauses: binding.length,
    byAuthority: AUTHORITIES.map((authority) => ({
      authority,
      clauses: binding.filter((clause) => clause.authority === authority).length,
    })),
    byMotive: MOTIVES.map((motive) => ({
      motive,
      clauses: binding.filter((clause) => clause.motive === motive).length,
    })),
    ratification: ratification === null ? null : ratificationIn(ratification, charter),
  }
}

/**
 * Who decided how many of the clauses, in one sentence.
 *
 * @example
 * decidedBy({ principles: [{ authority: 'law' }, { authority: 'participants' }], rulings: [] }) // => 'Participants decided 1 of 2 clauses and the law 1.'
 */
export function decidedBy({ principles, rulings }: Pick<Charter, 'principles' | 'rulings'>): string {
  const binding = [...principles, ...rulings]
  if (binding.length === 0) return 'Nothing was decided: no clause binds.'
  const by = (authority: Authority) => binding.filter((clause) => clause.authority === authority).length
  const others = [
    ...(by('operator') > 0 ? [`the operator ${by('operator')}`] : []),
    ...(by('law') > 0 ? [`the law ${by('law')}`] : []),
  ]
  const first = `Participants decided ${by('participants')} of ${counted(binding.length, 'clause')}`
  return `${listed([first, ...others])}.`
}

/** What became of the charter. */
function standing(status: CharterStatus, ratification: Ratification | null): string {
  if (status === 'draft') return 'It is a draft: nobody has voted on it.'
  if (status === 'voting') return 'The vote on it is open.'
  if (ratification === null) return UNSEALED
  const { yes, no, abstain, roll } = ratification
  const voted = `${yes + no + abstain} of ${counted(roll, 'person', 'people')} on the roll voted: ${yes} yes, ${no} no, ${abstain} abstained`
  return `${voted}. ${OUTCOMES[status]}`
}

const UNSEALED = 'The charter carries no vote, so how it was ratified cannot be said.'

const OUTCOMES: Readonly<Record<Exclude<CharterStatus, 'draft' | 'voting'>, string>> = {
  ratified: 'That put it in force.',
  rejected: 'That did not put it in force.',
  'quorum-not-met': 'Too few voted to put it in force; that is neither a yes nor a no.',
}

type Published = NonNullable<Extract<Decided, { kind: 'decided' }>['ratification']>

function ratificationIn(ratification: Ratification, charter: Charter): Published {
  const { plan, opened, closed, roll, notOnRoll, outcome, yes, no, abstain, support, groups, dissent } =
    ratification
  const inGroups = Object.entries(groups) as [keyof typeof groups, (typeof groups)[keyof typeof groups]][]
  const outside = roll - inGroups.reduce((sum, [, { people }]) => sum + people, 0)
  return {
    outcome,
    opened,
    closed,
    roll,
    quorum: plan.quorum,
    notOnRoll,
    yes,
    no,
    abstain,
    support: publishedSupport(
      {
        overall: support,
        groups: Object.fromEntries(inGroups.map(([group, tally]) => [group, tally.support])),
      },
      { outside: Math.max(0, outside), overall: 'exact' },
    ),
    groups: inGroups.map(([group, tally]) => ({ group, outcome: tally.outcome })),
    dissent: dissent.map(({ clause, group, words }) => ({
      clause,
      from: group !== null && (groups[group]?.people ?? 0) >= FEWEST_SHOWN ? largeOnly(group, charter) : null,
      words,
    })),
  }
}
