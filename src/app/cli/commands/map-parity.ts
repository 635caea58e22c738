import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { byId } from '../../../kernel/index.ts'
import { type Listening, type PolisMath, readPolisMath } from '../../../listen/index.ts'
import {
  agreementWith,
  differencesBetween,
  type OpinionMap,
  outOfReach,
  type PolisAgreement,
  type PolisDifference,
  type PolisResult,
  polisOf,
} from '../../../map/index.ts'
import { number } from '../../../web/words.ts'
import { Ended, FINDING, orEnd } from '../ending.ts'
import { fileBytes } from '../files.ts'
import { print } from '../printing.ts'

export interface Parity {
  readonly source: string
  readonly listening: Listening
  /** A math.json that is not beside the votes. */
  readonly math: string | undefined
  /** Draws our own map, where the differences from it are asked for. */
  readonly explain: (() => Promise<OpinionMap>) | null
  readonly json: boolean
}

/**
 * Writes what Polis makes of these votes, how that compares with what it published, and why our map differs; ends with 1
 * where a part is not as it was published.
 */
export async function printParity({ source, listening, math, explain, json }: Parity): Promise<void> {
  const published = await publishedResult(source, math, listening)
  const result = polisOf(listening, published)
  const agreement = published === null ? null : agreementWith(result, published)
  const differences =
    explain === null ? null : differencesBetween({ listening, result, published, map: await explain() })
  const { assembly, notes } = listening
  const cannot = outOfReach(result.basis)
  print(
    { assembly, notes, parity: 'polis', ...figuresOf(result), cannot, agreement, differences },
    { json, lines: linesOf(listening, result, { cannot, agreement, differences }) },
  )
  if (agreement?.some(({ same, of }) => same < of)) throw new Ended(FINDING)
}

const MATH = 'math.json'

/** The result that was named, else the one that lies beside the votes; null where there is none. */
async function publishedResult(
  source: string,
  math: string | undefined,
  listening: Listening,
): Promise<PolisMath | null> {
  const beside = join(source, MATH)
  const file = math ?? (existsSync(beside) ? beside : null)
  if (file === null) return null
  return orEnd(readPolisMath(file, await fileBytes(file, 'the result that Polis published'), listening))
}

/** A result as JSON keeps it: keyed by id throughout. */
function figuresOf({ conversation, plane, grouping, ...result }: PolisResult) {
  const { cast, drawn, zeroed } = conversation
  const loadings = (axis: Float64Array) => new Map(drawn.statements.map((id, column) => [id, axis[column]!]))
  return {
    basis: result.basis,
    drawnFrom: { participants: cast.people, statements: cast.columns, votes: cast.vote.length },
    zeroed: [...zeroed],
    components: plane.axes.map(loadings),
    positions: result.positions,
    inConversation: result.inConversation,
    baseClusters: result.baseClusters,
    k: grouping.k,
    tried: grouping.tried,
    groupOf: grouping.groupOf,
    votes: result.votes,
    representative: result.representative,
    consensus: result.consensus,
    groupAwareConsensus: result.groupAwareConsensus,
    priorities: result.priorities,
  }
}

interface Told {
  readonly cannot: readonly string[]
  readonly agreement: readonly PolisAgreement[] | null
  readonly differences: readonly PolisDifference[] | null
}

function linesOf(
  { assembly, statements }: Listening,
  { conversation, grouping, ...result }: PolisResult,
  { cannot, agreement, differences }: Told,
): readonly string[] {
  const { cast, zeroed } = conversation
  const text = new Map(statements.map((statement) => [statement.id, statement.text]))
  return [
    ...(assembly.question === '' ? [] : [assembly.question]),
    `as Polis: ${cast.people} people, ${cast.columns} statements (${zeroed.size} set to zero), ${cast.vote.length} votes; ${result.inConversation.length} people grouped`,
    `groups: ${sizesOf(grouping.groupOf).join(', ')}`,
    ...grouping.tried.map(({ k, silhouette }) => `  ${k} groups: silhouette ${silhouette.toFixed(3)}`),
    'what most people agree, or disagree, with:',
    ...result.consensus.map(
      ({ statement, direction }) => `  ${statement}  ${direction}  ${text.get(statement) ?? ''}`,
    ),
    ...cannot.map((sentence) => `cannot be reproduced: ${sentence}`),
    ...(agreement ?? []).map(agreementLine),
    ...(differences ?? []).flatMap(differenceLines),
  ]
}

/** Each group with how many people it has: `0: 24`. */
function sizesOf(groupOf: ReadonlyMap<string, string>): readonly string[] {
  const members = [...groupOf.values()]
  return [...new Set(members)]
    .sort(byId)
    .map((group) => `${group}: ${members.filter((one) => one === group).length}`)
}

const agreementLine = ({ part, same, of, largest }: PolisAgreement): string =>
  `${same === of ? 'same' : 'NOT the same'} as published: ${part}, ${same} of ${of}${largest === null ? '' : `, largest difference ${largest.toExponential(1)}`}`

function differenceLines({ cause, touches, ours }: PolisDifference): readonly string[] {
  const how =
    touches.kind === 'unknowable'
      ? `How far it goes here is unknown: ${touches.because}.`
      : `Here: ${number(touches.count)} of ${number(touches.of)} ${touches.what}.`
  return ['', `- ${cause}`, `  ${how}`, `  Our map: ${ours}`]
}
