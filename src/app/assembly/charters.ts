import {
  type Charter,
  check,
  contentHash,
  type DraftOptions,
  draft,
  type RatificationBallot,
  type RatificationPlan,
  ratifiable,
  ratified,
  seal,
  tally,
} from '../../charter/index.ts'
import type { CharterVersion, Store } from '../../io/stores/index.ts'
import { type AssemblyId, type Parsed, parsed, refused } from '../../kernel/index.ts'
import type { Assembly } from '../../listen/index.ts'
import type { App } from './app.ts'
import { inTurn } from './in-turn.ts'
import { heldByRound, roundInTheWay } from './rounds.ts'
import { nextVersion, secondsOf } from './versions.ts'

/** What an assembly asks of a vote on its charter, unless it declares otherwise. ADR 0031. */
export const USUAL_PLAN: RatificationPlan = { overall: 0.6, eachGroup: 0.5, quorum: 20 }

/** How a charter is drafted where nothing else was declared. */
export const usualDraft = ({ id, question }: Assembly): DraftOptions => ({
  id,
  title: `Charter: ${question}`,
  version: '1.0',
  parent: null,
  seed: id,
  plan: USUAL_PLAN,
  tools: { reversible: [], irreversible: [] },
})

/** The charter in force: the newest that was ratified. */
export const inForce = async (store: Store, assembly: AssemblyId): Promise<CharterVersion | null> =>
  inForceOf(await store.charters(assembly))

const inForceOf = (versions: readonly CharterVersion[]): CharterVersion | null =>
  versions.find(({ status }) => status === 'ratified') ?? null

/** The assembly that a request without a name means: the first with a charter in force, else the first. */
export async function governedAssembly(store: Store): Promise<AssemblyId | null> {
  const assemblies = await store.assemblies()
  for (const { id } of assemblies) if ((await inForce(store, id)) !== null) return id
  return assemblies[0]?.id ?? null
}

/** The version to look at: the one in force, else the newest. */
export const shownOf = (versions: readonly CharterVersion[]): CharterVersion | null =>
  inForceOf(versions) ?? versions[0] ?? null

/** Drafts a charter from everything said so far and keeps it; refused while people talk about an earlier draft. */
export async function draftCharter(
  app: App,
  assembly: AssemblyId,
  options: DraftOptions,
): Promise<Parsed<Charter>> {
  const study = await app.studies.fresh(assembly)
  const charter = draft({ ...study, options })
  return inTurn(app, async () => {
    const held = await heldByRound(app.journal.store, assembly, charter)
    if (held !== null) return refused(held)
    await app.journal.commit([{ type: 'drafted', assembly, charter }])
    return parsed(charter)
  })
}

/** The options of the next draft: its version and parent follow from what is there. */
export async function nextDraft(
  app: App,
  assembly: AssemblyId,
  usual: Omit<DraftOptions, 'version' | 'parent'>,
): Promise<DraftOptions> {
  const versions = await app.journal.store.charters(assembly)
  const parent = inForceOf(versions)
  return {
    ...usual,
    version: nextVersion(versions.map(({ charter }) => charter.version)),
    parent: parent?.hash ?? null,
  }
}

/** Opens the vote on a draft: the roll is who took part by now, with the groups of this moment. */
export const openRatification = (
  app: App,
  assembly: AssemblyId,
  hash: string,
): Promise<Parsed<CharterVersion>> => inTurn(app, () => open(app, assembly, hash))

async function open(app: App, assembly: AssemblyId, hash: string): Promise<Parsed<CharterVersion>> {
  const versions = await app.journal.store.charters(assembly)
  const version = versions.find((one) => one.hash === hash)
  if (version === undefined) return problem(hash, 'the hash of a draft of this assembly')
  if (version.status !== 'draft') return problem(`a charter that is ${version.status}`, 'a draft')
  const voting = versions.find(({ status }) => status === 'voting')
  if (voting !== undefined)
    return problem(`a vote on version ${voting.charter.version} that is still open`, 'no open vote')
  const held = await roundInTheWay(app.journal.store, assembly, hash)
  if (held !== null) return refused(held)
  if (!ratifiable(version.charter)) {
    const errors = check(version.charter).filter(({ severity }) => severity === 'error')
    return problem(`a draft with ${errors.length} failed checks`, 'a draft that passes its checks')
  }
  const { map, listening } = await app.studies.fresh(assembly)
  const groups = new Map(map.people.map(({ id, group }) => [id, group]))
  const roll = Object.fromEntries(listening.participants.map(({ id }) => [id, groups.get(id) ?? null]))
  await app.journal.commit([{ type: 'ratification-opened', assembly, hash, roll }])
  return parsed(version)
}

/** Takes a ballot while the vote is open; the last one of a person counts. */
export const castBallot = (app: App, assembly: AssemblyId, cast: Cast): Promise<Parsed<null>> =>
  inTurn(app, () => take(app, assembly, cast))

interface Cast {
  readonly hash: string
  readonly ballot: RatificationBallot
}

async function take(app: App, assembly: AssemblyId, { hash, ballot }: Cast): Promise<Parsed<null>> {
  const version = (await app.journal.store.charters(assembly)).find((one) => one.hash === hash)
  if (version?.status !== 'voting')
    return problem('no open vote on this charter', 'a charter that is being voted on')
  const clauses = new Set(clauseIds(version.charter))
  const strange = ballot.dissent.find(({ clause }) => clause !== null && !clauses.has(clause))
  if (strange !== undefined) return problem(`an objection to "${strange.clause}"`, 'a clause of this charter')
  await app.journal.commit([{ type: 'ratification-voted', assembly, hash, ballot }])
  return parsed(null)
}

/** Counts the vote under the plan the draft fixed, seals the charter, and so puts it in force or not. */
export const closeRatification = (app: App, assembly: AssemblyId, hash: string): Promise<Parsed<Charter>> =>
  inTurn(app, () => close(app, assembly, hash))

async function close(app: App, assembly: AssemblyId, hash: string): Promise<Parsed<Charter>> {
  const { store } = app.journal
  const version = (await store.charters(assembly)).find((one) => one.hash === hash)
  if (version?.status !== 'voting')
    return problem('no open vote on this charter', 'a charter that is being voted on')
  const [ballots, roll] = await Promise.all([
    store.ratificationBallots(assembly, hash),
    store.roll(assembly, hash),
  ])
  const counted = tally(version.charter.ratificationPlan, ballots, roll)
  const closed = ratified(version.charter, {
    ...counted,
    opened: version.since,
    closed: secondsOf(app.now()),
  })
  const sealed = seal(closed, closed.seal?.ratification ?? null, app.charterKey)
  if (contentHash(sealed) !== hash) throw new Error('sealing changed what was voted on')
  await app.journal.commit([{ type: 'ratification-closed', assembly, charter: sealed }])
  return parsed(sealed)
}

const clauseIds = ({ principles, rulings, contested, cannotHonour, unknowns }: Charter) =>
  [principles, rulings, contested, cannotHonour, unknowns].flat().map(({ id }) => id)

const problem = (found: string, expected: string) => refused({ place: 'charter', found, expected })
