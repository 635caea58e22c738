import {
  type Charter,
  check,
  contentHash,
  otherTerms,
  type Round,
  type RoundAct,
  refusalOf,
  revised,
  roundOf,
  termsOf,
} from '../../charter/index.ts'
import type { CharterVersion, Store } from '../../io/stores/index.ts'
import { type AssemblyId, type Parsed, type Problem, parsed, refused } from '../../kernel/index.ts'
import type { App } from './app.ts'
import { inTurn } from './in-turn.ts'
import { nextVersion, secondsOf } from './versions.ts'

/** The rounds of an assembly's drafts. Source: ADR 0063. */

/** The round that is open; null: none is. */
export async function openRoundOf(store: Store, assembly: AssemblyId): Promise<Round | null> {
  const versions = await store.charters(assembly)
  for (const version of versions) {
    if (version.status !== 'draft' || amendedBy(versions, version.hash) !== null) continue
    const round = roundOf(version.charter, await store.roundActs(assembly, version.hash))
    if (round !== null) return round
  }
  return null
}

/** The version that a round made of a draft; null: none did. */
export const amendedBy = (versions: readonly CharterVersion[], draft: string): CharterVersion | null =>
  versions.find(({ charter }) => charter.round?.draft === draft) ?? null

/** Why no vote may be opened on a draft: people are still talking about it, or it was amended. Null: it may. */
export async function roundInTheWay(
  store: Store,
  assembly: AssemblyId,
  hash: string,
): Promise<Problem | null> {
  const amended = amendedBy(await store.charters(assembly), hash)
  if (amended !== null)
    return problem('a draft that was amended', `version ${amended.charter.version}, which took its place`)
  const round = await openRoundOf(store, assembly)
  return round === null
    ? null
    : problem(`an open round on version ${round.draft.version}`, 'a round that was closed')
}

/** Why a draft may not be kept now: a round holds its terms, or at least its place. Null: it may. */
export async function heldByRound(
  store: Store,
  assembly: AssemblyId,
  made: Charter,
): Promise<Problem | null> {
  const round = await openRoundOf(store, assembly)
  if (round === null) return null
  return (
    otherTerms(round, made) ??
    problem(
      `an open round on version ${round.draft.version}`,
      'a round that was closed, before another draft',
    )
  )
}

/** Opens the round on a draft: from here on its terms are fixed. */
export const openRound = (
  app: App,
  assembly: AssemblyId,
  { hash, by }: { readonly hash: string; readonly by: string },
): Promise<Parsed<null>> =>
  inTurn(app, async () => {
    const { store } = app.journal
    const version = (await store.charters(assembly)).find((one) => one.hash === hash)
    if (version?.status !== 'draft') return refused(problem('no such draft', 'a draft that is not voted on'))
    const held = await roundInTheWay(store, assembly, hash)
    if (held !== null) return refused(held)
    if (check(version.charter).some(({ severity }) => severity === 'error'))
      return refused(problem('a draft with failed checks', 'a draft that passes its checks'))
    return done(app, { assembly, round: hash, act: { kind: 'opened', terms: termsOf(version.charter), by } })
  })

/** Takes what somebody does in the round on a draft. */
export const actInRound = (
  app: App,
  assembly: AssemblyId,
  { draft, act }: { readonly draft: string; readonly act: RoundAct },
): Promise<Parsed<null>> =>
  inTurn(app, async () => {
    const round = await openRoundOf(app.journal.store, assembly)
    if (round === null || contentHash(round.draft) !== draft)
      return refused(problem('a round that is over', 'the draft that people comment on now'))
    const refusal = refusalOf(round, act)
    return refusal === null ? done(app, { assembly, round: draft, act }) : refused(refusal)
  })

/** Closes the round: what was adopted is made, and the revised draft is what the vote will be about. */
export const closeRound = (app: App, assembly: AssemblyId): Promise<Parsed<Charter>> =>
  inTurn(app, async () => {
    const { store } = app.journal
    const round = await openRoundOf(store, assembly)
    if (round === null) return refused(problem('no open round', 'a round that people take part in'))
    const { map } = await app.studies.fresh(assembly)
    const groups = new Map(map.people.map(({ id, group }) => [id, group]))
    const known = new Set<string>(round.draft.groups.map(({ id }) => id))
    const made = revised(round, {
      version: nextVersion((await store.charters(assembly)).map(({ charter }) => charter.version)),
      closed: secondsOf(app.now()),
      groupOf: (participant) => {
        const group = groups.get(participant) ?? null
        // A group that came up since the draft is none of the charter's.
        return group !== null && known.has(group) ? group : null
      },
    })
    if (made.kind === 'refused') return made
    await app.journal.commit([{ type: 'drafted', assembly, charter: made.value }])
    return parsed(made.value)
  })

interface Done {
  readonly assembly: AssemblyId
  readonly round: string
  readonly act: RoundAct
}

async function done(app: App, event: Done): Promise<Parsed<null>> {
  await app.journal.commit([{ type: 'round-act', ...event }])
  return parsed(null)
}

const problem = (found: string, expected: string): Problem => ({ place: 'the round', found, expected })
