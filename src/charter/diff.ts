import { type ClauseId, canonical, type GroupId, type Interval } from '../kernel/index.ts'
import { type Compared, comparedOf, type Effect, type Part } from './diff/compared.ts'
import { contentHash } from './hash.ts'
import { roundSays } from './rounds/says.ts'
import type { Charter } from './schema.ts'

export type { Effect, Part } from './diff/compared.ts'

/** What is different between two charters, clause by clause. */
export interface CharterDiff {
  /** Content hashes. */
  readonly from: string
  readonly to: string
  readonly changes: readonly Change[]
}

/** One difference. `clause` is the id in the later charter, except where the clause is gone. */
export type Change =
  | {
      readonly kind: 'added' | 'removed'
      readonly clause: ClauseId
      readonly part: Part
      readonly text: string
      readonly effects: readonly GroupEffect[]
    }
  | {
      readonly kind: 'moved'
      readonly clause: ClauseId
      readonly from: Part
      readonly to: Part
      readonly text: string
    }
  | { readonly kind: 'reworded'; readonly clause: ClauseId; readonly from: string; readonly to: string }
  /** Of two values, the other now gives way. */
  | { readonly kind: 'reversed'; readonly clause: ClauseId; readonly from: string; readonly to: string }
  | { readonly kind: 'renumbered'; readonly clause: ClauseId; readonly from: ClauseId }
  /** A share that left the interval it had. */
  | {
      readonly kind: 'support'
      readonly clause: ClauseId
      readonly group: GroupId | 'everyone'
      readonly from: Interval
      readonly to: Interval
    }
  /** Who gains or loses by a clause, where that changed. */
  | {
      readonly kind: 'effect'
      readonly clause: ClauseId
      readonly group: GroupId
      readonly from: Effect
      readonly to: Effect
    }
  /** Anything else a clause says: its rules, bounds, scope, reason, dissent. */
  | {
      readonly kind: 'changed'
      readonly clause: ClauseId
      readonly field: string
      readonly from: string
      readonly to: string
    }
  /** Clauses whose counts moved; a share that left its interval has a line of its own. */
  | { readonly kind: 'figures'; readonly clauses: readonly ClauseId[] }
  /** What floors, dials, rulings and the vote are held against. */
  | { readonly kind: 'threshold'; readonly path: string; readonly from: string; readonly to: string }
  /** What is not a clause: title, people, groups, method, tools. */
  | { readonly kind: 'about'; readonly path: string; readonly from: string; readonly to: string }
  /** How the draft was amended; what was adopted has a line at its clause. */
  | { readonly kind: 'round'; readonly from: string; readonly to: string }
  /** The same things in another order. */
  | { readonly kind: 'reordered' }

export interface GroupEffect {
  readonly group: GroupId
  readonly effect: Effect
}

/**
 * Compares two charters: no change of content is without a line, and equal charters have none.
 *
 * A clause is the same clause when it states the same statement, wherever it stands and whatever its number; otherwise
 * when it has the same number in the same part. A ruling is the same when it is about the same two statements.
 */
export function diffCharters(before: Charter, after: Charter): CharterDiff {
  const [from, to] = [contentHash(before), contentHash(after)]
  const changes = [
    ...clauseChanges(comparedOf(before), comparedOf(after)),
    ...roundChanges(before, after),
    ...frameChanges(before, after),
  ]
  return { from, to, changes: from !== to && changes.length === 0 ? [{ kind: 'reordered' }] : changes }
}

function clauseChanges(before: readonly Compared[], after: readonly Compared[]): Change[] {
  const pairs = paired(before, after)
  const earlier = new Set(pairs.map(([old]) => old))
  const later = new Set(pairs.map(([, young]) => young))
  const all = pairs.flatMap(([old, young]) => pairChanges(old, young))
  const moving = all.flatMap((change) => (change.kind === 'figures' ? change.clauses : []))
  return [
    ...after.filter((clause) => !later.has(clause)).map((clause) => whole('added', clause)),
    ...before.filter((clause) => !earlier.has(clause)).map((clause) => whole('removed', clause)),
    ...all.filter(({ kind }) => kind !== 'figures'),
    ...(moving.length > 0 ? [{ kind: 'figures' as const, clauses: moving }] : []),
  ]
}

/** Pairs what is the same clause, the surest likeness first, each clause once. */
function paired(before: readonly Compared[], after: readonly Compared[]): (readonly [Compared, Compared])[] {
  const likenesses: readonly ((clause: Compared) => string)[] = [
    ({ part, about }) => canonical([part, about]),
    ({ about }) => canonical(about),
    ({ part, id }) => canonical([part, id]),
  ]
  const pairs: (readonly [Compared, Compared])[] = []
  for (const likeness of likenesses) {
    const free = new Map(
      before
        .filter((clause) => !pairs.some(([old]) => old === clause))
        .map((clause) => [likeness(clause), clause]),
    )
    for (const clause of after.filter((one) => !pairs.some(([, young]) => young === one))) {
      const old = free.get(likeness(clause))
      if (old === undefined) continue
      free.delete(likeness(clause))
      pairs.push([old, clause])
    }
  }
  return pairs
}

function pairChanges(old: Compared, young: Compared): Change[] {
  const clause = young.id
  const changes: Change[] = [
    ...when(old.part !== young.part, {
      kind: 'moved',
      clause,
      from: old.part,
      to: young.part,
      text: young.text,
    }),
    ...when(old.text !== young.text, {
      kind: old.text === young.opposite ? 'reversed' : 'reworded',
      clause,
      from: old.text,
      to: young.text,
    }),
    ...when(old.id !== clause, { kind: 'renumbered', clause, from: old.id }),
    ...effectChanges(old, young),
    ...supportChanges(old, young),
    ...fieldChanges(old, young),
  ]
  return [...changes, ...when(old.figures !== young.figures, { kind: 'figures', clauses: [clause] })]
}

const when = (happened: boolean, change: Change): Change[] => (happened ? [change] : [])

function effectChanges(old: Compared, young: Compared): Change[] {
  return namesIn(old.effects, young.effects).flatMap((name) => {
    const group = name as GroupId
    const [from, to] = [old.effects[group] ?? 'unsaid', young.effects[group] ?? 'unsaid']
    return when(from !== to, { kind: 'effect', clause: young.id, group, from, to })
  })
}

/** Floors, dials and rulings say different things; of a clause that moved, what both say is compared. */
function fieldChanges(old: Compared, young: Compared): Change[] {
  return namesIn(old.fields, young.fields)
    .filter((field) => old.part === young.part || (field in old.fields && field in young.fields))
    .flatMap((field) => {
      const [from, to] = [old.fields[field] ?? NOTHING, young.fields[field] ?? NOTHING]
      return when(from.same !== to.same, {
        kind: 'changed',
        clause: young.id,
        field,
        from: from.shown,
        to: to.shown,
      })
    })
}

const NOTHING = { same: 'nothing', shown: 'nothing' }

const namesIn = (a: object, b: object): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()

function supportChanges(old: Compared, young: Compared): Change[] {
  const groups = Object.keys(young.support) as (GroupId | 'everyone')[]
  return groups.flatMap((group): Change[] => {
    const [from, to] = [old.support[group], young.support[group]]
    if (from === undefined || to === undefined || (from.low <= to.estimate && to.estimate <= from.high))
      return []
    return [{ kind: 'support', clause: young.id, group, from, to }]
  })
}

const whole = (kind: 'added' | 'removed', { id, part, text, effects }: Compared): Change => ({
  kind,
  clause: id,
  part,
  text,
  effects: Object.entries(effects).map(([group, effect]) => ({ group: group as GroupId, effect })),
})

function roundChanges({ round: before }: Charter, { round: after }: Charter): Change[] {
  const change: Change = { kind: 'round', from: roundSays(before), to: roundSays(after) }
  return when(canonical(before) !== canonical(after), change)
}

const THRESHOLD = /^(method\.thresholds|ratificationPlan)\./

/** Everything that is not a clause, leaf by leaf. */
function frameChanges(before: Charter, after: Charter): Change[] {
  const [old, young] = [leavesOf(frameOf(before)), leavesOf(frameOf(after))]
  const paths = [...new Set([...old.keys(), ...young.keys()])].sort()
  return paths.flatMap((path): Change[] => {
    const [from, to] = [old.get(path) ?? 'nothing', young.get(path) ?? 'nothing']
    if (from === to) return []
    return [{ kind: THRESHOLD.test(path) ? 'threshold' : 'about', path, from, to }]
  })
}

function frameOf(charter: Charter): unknown {
  const {
    principles: _,
    rulings: __,
    contested: ___,
    cannotHonour: ____,
    unknowns: _____,
    seal: ______,
    round: _______,
    ...frame
  } = charter
  // By name, so that a group or a rule that comes or goes does not shift the others.
  const { slates, ...certificates } = charter.certificates
  return {
    ...frame,
    groups: Object.fromEntries(charter.groups.map(({ id, ...group }) => [id, group])),
    certificates: {
      ...certificates,
      slates: Object.fromEntries(slates.map(({ rule, ...slate }) => [rule, slate])),
    },
  }
}

function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, canonical(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, item]) => [...leavesOf(item, path === '' ? key : `${path}.${key}`)]),
  )
}
