import {
  type ClauseId,
  canonical,
  type GroupId,
  type Interval,
  type StatementId,
} from '../../kernel/index.ts'
import type {
  CannotHonour,
  Charter,
  Contested,
  Dial,
  Dissent,
  Floor,
  Principle,
  RoundRecord,
  Ruling,
  Support,
  Unknown,
} from '../schema.ts'

/** Where a clause stands. */
export type Part =
  | 'floor'
  | 'dial'
  | 'ruling'
  | 'contested'
  | 'contested ruling'
  | 'cannot honour'
  | 'unknown'

export type Effect = 'benefits' | 'burdens' | 'not shown' | 'unsaid'

/** A clause laid out for comparison: what it is about, what it says, whom it helps, and the figures behind it. */
export interface Compared {
  readonly id: ClauseId
  readonly part: Part
  /** What makes it the same clause in another charter: its statement, or the pair of them. */
  readonly about: unknown
  readonly text: string
  /** For rulings: what the opposite ruling would say. */
  readonly opposite: string | null
  readonly effects: Readonly<Record<GroupId, Effect>>
  readonly support: Readonly<Record<string, Interval>>
  readonly fields: Readonly<Record<string, Field>>
  /** Everything that moves with every vote. */
  readonly figures: string
}

/** One thing a clause says: as it is compared, and as it is shown. */
export interface Field {
  readonly same: string
  readonly shown: string
}

export function comparedOf(charter: Charter): readonly Compared[] {
  const clauses = [
    ...charter.principles.map(statedClause),
    ...charter.rulings.map((ruling) => rulingClause(ruling, 'ruling')),
    ...charter.contested.map(contestedClause),
    ...charter.cannotHonour.map(declaredClause),
    ...charter.unknowns.map(unknownClause),
  ]
  const objections = charter.round?.dissent ?? []
  return clauses.map((clause) => {
    const own = objections.filter((one) => one.clause === clause.id)
    return own.length === 0
      ? clause
      : { ...clause, fields: { ...clause.fields, objections: objectionsField(own) } }
  })
}

type Objection = RoundRecord['dissent'][number]

const objectionsField = (objections: readonly Objection[]): Field => ({
  same: canonical(objections),
  shown: objections
    .map(({ group, words, because }) => `“${words}” (${group ?? 'no group'}; why: ${because})`)
    .join(' '),
})

/** A scale in words: all of it, so that no difference hides. */
const scaleField = (scale: Dial['scale']): Field => {
  const { low, high, from, to, start } = scale
  const end = ({ label, instruction }: Dial['scale']['low']) => `“${label}” (${instruction})`
  return {
    same: canonical(scale),
    shown: `from ${from} to ${to}, begins at ${start}; 0 is ${end(low)}, 4 is ${end(high)}`,
  }
}

const contestedClause = (clause: Contested): Compared =>
  clause.kind === 'principle' ? statedClause(clause) : rulingClause(clause, 'contested ruling')

function statedClause(clause: Principle | Extract<Contested, { kind: 'principle' }>): Compared {
  const {
    id,
    kind,
    text,
    statement,
    support,
    benefits,
    burdens,
    notShown,
    answered,
    secondOrder,
    provenance,
    dissent,
    because,
    ...rest
  } = clause
  const { basis, touchesOthers, capture, origins, ...said } = {
    basis: null,
    touchesOthers: null,
    capture: null,
    origins: null,
    ...rest,
  }
  return {
    id,
    part: kind === 'principle' ? 'contested' : kind,
    about: [statement],
    text,
    opposite: null,
    effects: effectsOf(clause),
    support: sharesOf(support),
    fields: {
      ...fieldsOf(said),
      ...(clause.kind === 'dial' ? { scale: scaleField(clause.scale) } : {}),
      ...(basis === null ? {} : { basis: plainField(foundation(basis)) }),
      because: counted(because),
      dissent: dissentField(dissent),
    },
    figures: canonical({
      answered,
      support,
      secondOrder,
      provenance,
      basis,
      touchesOthers,
      capture,
      origins,
      because,
      shares: dissent.map(({ share }) => share),
    }),
  }
}

function rulingClause(ruling: Ruling | Extract<Contested, { kind: 'ruling' }>, part: Part): Compared {
  const {
    id,
    prefer,
    over,
    answered,
    support,
    secondOrder,
    strength,
    winProbability,
    capture,
    origins,
    benefits,
    burdens,
    notShown,
    dissent,
    because,
    ...rest
  } = ruling
  const { kind, ...said } = { kind: 'ruling', ...rest }
  return {
    id,
    part,
    about: [prefer.statement, over.statement].sort(),
    text: `“${prefer.text}” over “${over.text}”`,
    opposite: `“${over.text}” over “${prefer.text}”`,
    effects: effectsOf(ruling),
    support: sharesOf(support),
    fields: { ...fieldsOf(said), because: counted(because), dissent: dissentField(dissent) },
    figures: canonical({
      answered,
      support,
      secondOrder,
      strength,
      winProbability,
      capture,
      origins,
      because,
      shares: dissent.map(({ share }) => share),
    }),
  }
}

const declaredClause = ({
  id,
  text,
  statement,
  because,
  heldBy,
  support,
  secondOrder,
  honouredIn,
  provenance,
}: CannotHonour): Compared => ({
  id,
  part: 'cannot honour',
  about: [statement],
  text,
  opposite: null,
  effects: {},
  support: sharesOf(support),
  fields: { ...fieldsOf({ honouredIn }), because: counted(because) },
  figures: canonical({ heldBy, support, secondOrder, provenance, because }),
})

const unknownClause = ({ id, about, statements, says, wouldSettle }: Unknown): Compared => ({
  id,
  part: 'unknown',
  // What is about no statement is told apart by what it says, whatever the counts.
  about: ['unknown', about, ...(statements.length > 0 ? statements : [masked(says)])] satisfies (
    | StatementId
    | string
  )[],
  text: says,
  opposite: null,
  effects: {},
  support: {},
  fields: fieldsOf({ about, statements, wouldSettle }),
  figures: '',
})

const effectsOf = ({ benefits, burdens, notShown }: Pick<Ruling, 'benefits' | 'burdens' | 'notShown'>) =>
  Object.fromEntries([
    ...notShown.map((group) => [group, 'not shown'] as const),
    ...benefits.map((group) => [group, 'benefits'] as const),
    ...burdens.map((group) => [group, 'burdens'] as const),
  ]) as Readonly<Record<GroupId, Effect>>

const sharesOf = ({ overall, groups }: Support): Readonly<Record<string, Interval>> => ({
  everyone: overall,
  ...groups,
})

/** What a floor rests on, without the figures. */
const foundation = (basis: Floor['basis']): unknown =>
  basis.kind === 'supermajority'
    ? { kind: basis.kind, asked: basis.asked }
    : basis.kind === 'negotiated'
      ? { kind: basis.kind, rule: basis.rule }
      : basis

const fieldsOf = (said: Readonly<Record<string, unknown>>): Record<string, Field> =>
  Object.fromEntries(Object.entries(said).map(([name, value]) => [name, plainField(value)]))

const plainField = (value: unknown): Field => {
  const shown = typeof value === 'string' ? value : canonical(value)
  return { same: shown, shown }
}

const dissentField = (dissent: readonly Dissent[]): Field =>
  plainField(dissent.map(({ group, heard, words, more }) => ({ group, heard, words, more })))

/** A sentence in which only counts differ says the same. */
const counted = (sentence: string): Field => ({ same: masked(sentence), shown: sentence })

const masked = (sentence: string): string => sentence.replace(/\d+(\.\d+)?/g, '#')
