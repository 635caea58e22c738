import type { Charter, Principle, Ruling } from '../../../charter/index.ts'
import type { Authority, FloorRule, Motive, Trigger } from '../../../kernel/index.ts'
import { counted } from '../../words.ts'

/** What the words of a charter mean, said the same wherever a clause is shown. */

export const MOTIVES: Readonly<Record<Motive, string>> = {
  control: 'Control',
  censorship: 'Censorship',
  ethics: 'Ethics',
  pr: 'Public relations',
  survey: 'Survey',
}

export const AUTHORITIES: Readonly<Record<Authority, string>> = {
  participants: 'Participants',
  operator: 'The operator',
  law: 'The law',
}

export const STATUSES: Readonly<
  Record<'draft' | 'voting' | 'ratified' | 'rejected' | 'quorum-not-met', string>
> = {
  draft: 'draft',
  voting: 'being voted on',
  ratified: 'ratified',
  rejected: 'rejected',
  'quorum-not-met': 'too few voted',
}

/** Why a clause exists; that nobody said so is said. */
export const motiveSays = (motive: Motive | null): string =>
  motive === null ? 'Nobody said why: unknown' : MOTIVES[motive]

/**
 * How much of what binds the affected people decided, as the charter's header says.
 *
 * @example
 * authoritySays({ clauses: 4, by: { participants: 3, operator: 0, law: 1 } }) // => 'Participants 3 of 4 clauses · the operator 0 · the law 1'
 */
export const authoritySays = ({ clauses, by }: Pick<Charter['decided'], 'clauses' | 'by'>): string =>
  clauses === 0
    ? 'nothing: no clause binds'
    : `Participants ${by.participants} of ${counted(clauses, 'clause')} · the operator ${by.operator} · the law ${by.law}`

/** Why the clauses that bind exist: every motive that some clause has, and that nobody said why. */
export function motivesSay({ why }: Pick<Charter['decided'], 'why'>): string {
  const { unsaid, ...said } = why
  const named = Object.entries(said).flatMap(([motive, clauses]) =>
    clauses > 0 ? [`${MOTIVES[motive as Motive]} ${clauses}`] : [],
  )
  return [...named, ...(unsaid > 0 ? [`nobody said why ${unsaid}`] : [])].join(' · ')
}

/** Who decided one clause: the people with how many they were, the operator, or the law. */
export function decidersSay({ authority, answered }: Pick<Principle, 'authority' | 'answered'>): string {
  const asked = `${counted(answered.people, 'person', 'people')} ${QUESTIONS[answered.question]}`
  return authority === 'participants' ? `Participants: ${asked}` : `${AUTHORITIES[authority]}; ${asked}`
}

const QUESTIONS: Readonly<Record<Principle['answered']['question'], string>> = {
  'must-hold': 'said whether it must hold for everyone',
  'touches-others': 'said whom it touches',
  agree: 'voted on it',
  compare: 'compared the two',
}

/** What happens with something contested until it is looked at again. */
export const FALLBACKS: Readonly<Record<'status-quo' | 'configured', string>> = {
  'status-quo': 'what is done today stays',
  configured: 'each person sets it for themselves',
}

/** How a floor is checked on an answer, in one sentence. */
export function ruleSays(rule: FloorRule): string {
  const where = TRIGGERS[rule.when.kind]
  switch (rule.kind) {
    case 'forbid-pattern':
      return `${where}, nothing that goes out may match this pattern.`
    case 'require-pattern':
      return `${where}, what goes out must match this pattern.`
    case 'forbid-tools':
      return `${where}, none of these tools may be called.`
    case 'require-tools':
      return `${where}, one of these tools must be called.`
    case 'hold-tools':
      return `${where}, a call of one of these tools waits for a person.`
    case 'ask-judge':
      return `${where}, a judge is asked. Without a judge the answer is unknown, and unknown holds.`
  }
}

/** What a rule looks for, as it stands in the charter. */
export const ruleLooksFor = (rule: FloorRule): string =>
  'tools' in rule ? rule.tools.join(', ') : rule.kind === 'ask-judge' ? rule.question : rule.pattern

const TRIGGERS: Readonly<Record<Trigger['kind'], string>> = {
  always: 'Always',
  'request-matches': 'Where the request matches a pattern',
  'reply-matches': 'Where the reply matches a pattern',
}

/** The place of a clause on its page. */
export const anchorOf = (clause: string): string => `clause-${clause.replace(/[^\w-]/g, '_')}`

/** A clause as it is called where it is only named: its words, or what it puts over what. */
export function clauseNames(charter: Charter): ReadonlyMap<string, string> {
  const over = ({ prefer, over }: Pick<Ruling, 'prefer' | 'over'>) => `“${prefer.text}” over “${over.text}”`
  return new Map([
    ...charter.principles.map(({ id, text }: Principle) => [id, text] as const),
    ...charter.rulings.map((ruling) => [ruling.id, over(ruling)] as const),
    ...charter.contested.map(
      (clause) => [clause.id, clause.kind === 'ruling' ? over(clause) : clause.text] as const,
    ),
    ...charter.cannotHonour.map(({ id, text }) => [id, text] as const),
    ...charter.unknowns.map(({ id, says }) => [id, says] as const),
  ])
}
