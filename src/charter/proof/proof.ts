import { z } from 'zod'
import { hex, type Parsed, parsed, quoted, refused, sha256, utf8 } from '../../kernel/index.ts'
import { count, digest, statementId, text, units } from '../schema/parts.ts'

/**
 * What proves the certificates of a charter: every different ballot once, with how many people cast it and what such a
 * person pays for each statement seated, and how many prefer what where that matters. It names nobody; but who knows most of somebody's votes may find their ballot,
 * so it is a file of its own, which can be withheld.
 */

const once = (list: readonly string[]): boolean => new Set(list).size === list.length
/** More than there are people; up to so many, sums of people are whole numbers that doubles hold exactly (ADR 0057). */
const MOST_PEOPLE = 10_000_000_000

const statements = z.array(statementId).refine(once, 'each statement once')
const people = z.number().int().min(1)

const ballot = z.strictObject({
  people: people.describe('How many people cast exactly this ballot.'),
  agree: statements.describe('The candidates they agree with.'),
  pays: z
    .record(text, z.record(statementId, units))
    .describe('For each rule whose slate is certified: billionths of what such a person has, by statement.'),
})

const pair = z.strictObject({
  of: z.tuple([statementId, statementId]).describe('Two candidates, the earlier first.'),
  prefer: z
    .tuple([count, count])
    .describe(
      'Of those who voted on both, how many agree with the first alone, and how many with the second alone.',
    ),
  met: count.describe('How many people voted on both.'),
})

export const proofSchema = z.strictObject({
  schema: z.literal('parley-proof/1'),
  votes: digest.describe('The votes digest of the charter.'),
  seats: z.number().int().min(0),
  candidates: statements,
  slates: z.array(z.strictObject({ rule: text, slate: statements })),
  pairs: z
    .array(pair)
    .describe('Every two candidates, in their order, where a lottery rests on who prefers what; else none.'),
  ballots: z
    .array(ballot)
    .refine(
      (all) => all.reduce((sum, { people }) => sum + people, 0) <= MOST_PEOPLE,
      `at most ${MOST_PEOPLE} people altogether`,
    ),
})

export type Proof = z.infer<typeof proofSchema>
export type ProofBallot = Proof['ballots'][number]
export type ProofPair = Proof['pairs'][number]

/**
 * The text of a proof file: JSON, a line for each ballot.
 *
 * @example
 * const empty = { schema: 'parley-proof/1', votes: 'sha256:…', seats: 1, candidates: [], slates: [], pairs: [], ballots: [] }
 * printProof(empty).split('\n').length // => 4
 */
export function printProof({ ballots, ...head }: Proof): string {
  const lines = ballots.map((one) => JSON.stringify(one)).join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},"ballots":[\n${lines}\n]}\n`
}

/** How a charter names a proof file. */
export const proofDigest = (file: string): string => `sha256:${hex(sha256(utf8(file)))}`

/**
 * A proof read from its file, whole or not at all.
 *
 * Errors: one problem that names the file, the path, what stood there and what was expected.
 *
 * @example
 * parseProof('{}', 'x.proof.json').problem.place // => 'x.proof.json, schema'
 */
export function parseProof(file: string, fileName: string): Parsed<Proof> {
  const raw = jsonIn(file)
  if (raw === undefined) return refused({ place: fileName, found: 'broken JSON', expected: 'a proof file' })
  const checked = proofSchema.safeParse(raw)
  if (checked.success) return parsed(checked.data)
  const { path, message } = checked.error.issues[0]!
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], raw)
  return refused({
    place: [fileName, path.map(String).join('.')].filter((part) => part !== '').join(', '),
    found: shown(found),
    expected: `a proof file (${message})`,
  })
}

/** A list or an object is not spelled out: it may be long, and nested deeper than can be written. */
function shown(found: unknown): string {
  if (found === undefined) return 'nothing'
  if (typeof found !== 'object' || found === null) return quoted(JSON.stringify(found))
  return Array.isArray(found) ? 'a list' : 'an object'
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch {
    return undefined
  }
}
