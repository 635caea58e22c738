import { isInPlay } from '../../classify/index.ts'
import {
  byId,
  chance,
  contained,
  FEWEST_SHOWN,
  type GroupId,
  type ParticipantId,
  type StatementId,
} from '../../kernel/index.ts'
import type { Listening, Reason, Statement } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { candidatesOf, critiquesOf, roundsOf } from './rounds.ts'

/** What a model is told of an assembly: words without names, and shares of groups that are large enough to be shown. */
export interface Material {
  readonly question: string
  /** The round this is for: 1 where nothing was written yet. */
  readonly round: number
  readonly statements: readonly ToldStatement[]
  /** What people wrote on the candidates of the round before. */
  readonly critiques: readonly Critique[]
  readonly groups: readonly GroupId[]
  /** How many statements and critiques were not told: there were too many, or they were too long. */
  readonly leftOut: number
}

export interface ToldStatement {
  readonly id: StatementId
  readonly text: string
  /** Whole percent who agree, of groups in which enough people answered. */
  readonly agree: ReadonlyMap<GroupId, number>
}

export interface Critique {
  readonly statement: StatementId
  readonly on: string
  readonly side: Reason['side']
  readonly words: string
}

/** How much one prompt holds. Source: ADR 0065. */
export const MOST_STATEMENTS = 60
export const MOST_CRITIQUES = 40
export const MOST_CHARACTERS = 500
export const MOST_GROUPS = 5

export interface MaterialRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  /** Draws which critiques are told where there are too many. */
  readonly seed: string
}

/**
 * What the next round is told: people's own statements, the groups taking turns with what they agree with most, and the
 * critiques of the round before, people taking turns.
 *
 * Who wrote or voted what is not in it, nor any share of fewer than `FEWEST_SHOWN` people.
 *
 * Source: ADR 0065.
 */
export function materialOf({ listening, map, seed }: MaterialRequest): Material {
  const rounds = roundsOf(listening)
  // A round that brought no candidates is counted, but nobody could say anything to it.
  const last = rounds.findLast(({ id }) => candidatesOf(listening, id).length > 0)
  const groups =
    map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id).slice(0, MOST_GROUPS) : []
  const own = listening.statements.filter((one) => isInPlay(one) && one.written === null)
  const told = toldOf(own.filter(fits), map, groups)
  const critiques = last === undefined ? [] : critiquesOf(listening, last.id)
  const candidates = last === undefined ? [] : candidatesOf(listening, last.id)
  const heard = inTurns(critiques.filter(fitsWords), ({ participant }) => participant, seed).slice(
    0,
    MOST_CRITIQUES,
  )
  return {
    question: contained(listening.assembly.question),
    round: (rounds.at(-1)?.round ?? 0) + 1,
    statements: told,
    critiques: heard.map(({ statement, side, words }) => ({
      statement,
      on: contained(candidates.find(({ id }) => id === statement)?.text ?? ''),
      side,
      words: contained(words),
    })),
    groups: groups.filter((group) => told.some(({ agree }) => agree.has(group))),
    leftOut: own.length - told.length + critiques.length - heard.length,
  }
}

const fits = ({ text }: Statement): boolean => text.length <= MOST_CHARACTERS && contained(text) !== ''
const fitsWords = ({ words }: Reason): boolean => words.length <= MOST_CHARACTERS && contained(words) !== ''

/** Each group in turn adds what it agrees with most of what is left; without groups everybody does. */
function toldOf(own: readonly Statement[], map: OpinionMap, groups: readonly GroupId[]): ToldStatement[] {
  const support = new Map(map.support.map((one) => [one.statement, one]))
  const shown = (statement: StatementId, group: GroupId) => {
    const share = support.get(statement)?.groups.get(group)?.agree
    return share !== undefined && share.n >= FEWEST_SHOWN ? share : null
  }
  const lowest = (statement: StatementId, group: GroupId | null) =>
    (group === null ? support.get(statement)?.overall.agree.low : shown(statement, group)?.low) ?? 0
  const turns = groups.length === 0 ? [null] : groups
  const queues = turns.map((group) =>
    [...own].sort((a, b) => lowest(b.id, group) - lowest(a.id, group) || byId(a.id, b.id)),
  )
  return takingTurns(queues)
    .slice(0, MOST_STATEMENTS)
    .map(({ id, text }) => ({
      id,
      text: contained(text),
      agree: new Map(
        groups.flatMap((group) => {
          const share = shown(id, group)
          return share === null ? [] : [[group, Math.round(100 * share.estimate)] as const]
        }),
      ),
    }))
}

/** The queues’ items, one from each in turn, each item once. */
function takingTurns<T>(queues: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, at) => queues.flatMap((queue) => queue.slice(at, at + 1)))
  return [...new Set(rows.flat())]
}

/** People take turns, in an order drawn by chance, so that who writes most is not told most. */
function inTurns<T>(items: readonly T[], ownerOf: (item: T) => ParticipantId, seed: string): T[] {
  const owners = [...new Set(items.map(ownerOf))].sort(byId)
  return takingTurns(
    chance(`${seed}/critiques`)
      .shuffled(owners)
      .map((owner) => items.filter((item) => ownerOf(item) === owner)),
  )
}
