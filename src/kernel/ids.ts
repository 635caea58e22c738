declare const kind: unique symbol

/**
 * Text that names one thing of one kind. Data is keyed by these, never joined by position, and the compiler
 * refuses a statement's id where a participant's is meant.
 */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type AssemblyId = Id<'assembly'>
export type ParticipantId = Id<'participant'>
export type StatementId = Id<'statement'>
/** An opinion group, inferred from votes: `A`, `B`, … in order of size. */
export type GroupId = Id<'group'>
export type CaseId = Id<'case'>
export type ResponseId = Id<'response'>
export type JudgeId = Id<'judge'>
/** A round in which a machine wrote candidates for common words. */
export type MediationId = Id<'mediation'>
/** A clause of a charter: `P1` a principle, `R1` a ruling, `C1` a contested one, `U1` what cannot be honoured. */
export type ClauseId = Id<'clause'>

/**
 * Marks text as an id. Use it where text enters: a parser, a generator, a test.
 *
 * @example
 * id('40') // => '40'
 */
export const id = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>

/**
 * Orders ids as people count: numbers by value, then everything else by code unit, the same on every machine.
 *
 * @example
 * ['10', '9', 'b', 'a'].sort(byId) // => ['9', '10', 'a', 'b']
 */
export function byId(a: string, b: string): number {
  const numeric = Number(WHOLE_NUMBER.test(b)) - Number(WHOLE_NUMBER.test(a))
  if (numeric !== 0) return numeric
  if (WHOLE_NUMBER.test(a) && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The places of many ids in the order of `byId`: what `sort(byId)` gives, looking at each id once.
 *
 * @example
 * [...orderById(['b', '10', '9'])] // => [2, 1, 0]
 */
export function orderById(ids: readonly string[]): Uint32Array {
  const value = Float64Array.from(ids, (text) =>
    WHOLE_NUMBER.test(text)
      ? text.length <= SAFE_DIGITS
        ? Number(text)
        : LONG_NUMBER
      : Number.POSITIVE_INFINITY,
  )
  const compared = (a: number, b: number): number => {
    if (value[a] !== value[b]) return value[a]! < value[b]! ? -1 : 1
    const [first, second] = [ids[a]!, ids[b]!]
    if (value[a] === LONG_NUMBER && first.length !== second.length) return first.length - second.length
    return first < second ? -1 : first > second ? 1 : 0
  }
  return Uint32Array.from(ids, (_, at) => at).sort(compared)
}

const SAFE_DIGITS = 15
const LONG_NUMBER = Number.MAX_VALUE

// No leading zeros: with them, '01' and '1' would be two ids of one rank.
const WHOLE_NUMBER = /^(0|[1-9]\d*)$/
