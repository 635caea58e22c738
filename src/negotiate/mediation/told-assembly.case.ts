import { people, statement, told, toldMap } from '../../classify/told.case.ts'
import { type GroupId, id, type StatementId, wilson } from '../../kernel/index.ts'
import type { Listening, Reason, Statement } from '../../listen/index.ts'
import type { OpinionMap, StatementSupport } from '../../map/index.ts'

/** How many of each group agree with and answered each statement: `{ s1: { A: [20, 30] } }`. */
export type Shares = Readonly<Record<string, Readonly<Record<string, readonly [agree: number, n: number]>>>>

/** A small assembly told in shares, for tests of mediation: statements say what `texts` say, or their own id. */
export function toldAssembly(
  shares: Shares,
  { texts = {}, ...parts }: { readonly texts?: Readonly<Record<string, string>> } & Partial<Listening> = {},
): { readonly listening: Listening; readonly map: OpinionMap } {
  const groups = [...new Set(Object.values(shares).flatMap(Object.keys))]
    .sort()
    .map((group) => id<'group'>(group))
  const listening = told({
    statements: Object.keys(shares).map((name) => saidBy(name, texts[name] ?? `Statement ${name}.`)),
    ...parts,
  })
  return { listening, map: mapOf(shares, groups) }
}

export const saidBy = (name: string, text: string, parts: Partial<Statement> = {}): Statement =>
  statement(name, { text, origin: 'participant', ...parts })

/** A candidate of round `m1`, which waits. */
export const written = (name: string, text: string): Statement =>
  saidBy(name, text, {
    origin: 'mediator',
    written: { model: 'm-1', mediation: id('m1'), prompt: `sha256:${'0'.repeat(64)}` },
    moderation: 'waiting',
  })

export const critique = (participant: string, statement: string, words: string): Reason => ({
  participant: id(participant),
  statement: id(statement),
  side: 'against',
  words,
})

export const ROUND: Listening['mediations'][number] = {
  id: id('m1'),
  round: 1,
  model: 'm-1',
  at: '2026-03-02T10:00:00Z',
  calls: 4,
  from: [],
  critiques: [],
  predicted: [],
}

const mapOf = (shares: Shares, groups: readonly GroupId[]): OpinionMap => ({
  ...toldMap(groups.length < 2 ? {} : Object.fromEntries(groups.map((group) => [group, people(group, 30)]))),
  support: Object.entries(shares).map(([name, byGroup]) => supportOf(id(name), byGroup)),
})

function supportOf(statement: StatementId, byGroup: Shares[string]): StatementSupport {
  const share = ([agree, n]: readonly [number, number]) => ({
    agree: wilson(agree, n),
    disagree: wilson(n - agree, n),
    tally: { agree, pass: 0, disagree: n - agree },
    unseen: { people: 0, agree: { atLeast: 0, atMost: 1 }, disagree: { atLeast: 0, atMost: 1 } },
  })
  const all = Object.values(byGroup)
  const sum = (at: 0 | 1) => all.reduce((total, counts) => total + counts[at], 0)
  return {
    statement,
    overall: share([sum(0), sum(1)]),
    groups: new Map(Object.entries(byGroup).map(([group, counts]) => [id<'group'>(group), share(counts)])),
    pooled: new Map(),
  }
}
