import type { Ruling } from '../charter/index.ts'
import {
  byId,
  type CaseId,
  type ClauseId,
  type GroupId,
  hex,
  type ParticipantId,
  type ResponseId,
  type StatementId,
  sha256,
  utf8,
} from '../kernel/index.ts'
import type { Case, CaseResponse, Comparison, Judgement, Listening } from '../listen/index.ts'
import { bradleyTerry, preferenceOf, type Strengths } from '../negotiate/index.ts'

export interface ToExport {
  readonly listening: Pick<Listening, 'cases' | 'comparisons' | 'judgements'>
  readonly groups: ReadonlyMap<ParticipantId, GroupId>
  readonly rulings: readonly Ruling[]
  /** Secret, and of this export alone: with it an annotator's name can be looked up, and two exports be joined. */
  readonly salt: string
}

/** Two files of as many lines, in the same order, joined by `row_id` of the second and nothing else. */
export interface PreferenceFiles {
  /** `{prompt, chosen, rejected}` per line, in TRL's conversational form: lists of `{role, content}`. */
  readonly preferences: string
  /** Who preferred it, in which group and case, over which value, and how sure the comparisons are. */
  readonly sidecar: string
  readonly rows: number
  readonly leftOut: LeftOut
}

/** What the format cannot say, counted instead of dropped in silence. */
export interface LeftOut {
  readonly ties: number
  /** Preferences for or against "no AI acts", which has no words to learn. */
  readonly absent: number
  /** About cases or responses that the listening does not hold. */
  readonly unknown: number
}

/**
 * People's comparisons and judgements as preference data: a comparison gives a row as it stands; a judge who finds that
 * one response meets a statement and another violates it gives a row for that statement, marked as such.
 *
 * Annotators are salted digests, because a published table of answers names people; rows are sorted by them, so that
 * their order says nothing of the order of the people.
 *
 * Source: TRL dataset formats, "Preference", conversational, explicit prompt; the sidecar is ours, ADR 0024.
 */
export function preferencesOf(input: ToExport): PreferenceFiles {
  const cases = new Map(input.listening.cases.map((each) => [each.id, each]))
  const pairs = [
    ...input.listening.comparisons.map(fromComparison),
    ...fromJudgements(input.listening.judgements),
  ]
  const sorted = pairs.map((pair) => placed(pair, cases))
  const usable = sorted.flatMap((each) => (each.kind === 'row' ? [each] : []))
  const count = (kind: Placed['kind']) => sorted.filter((each) => each.kind === kind).length
  const rows = usable
    .map(({ pair, chosen, rejected, inCase }) => ({
      pair,
      chosen,
      rejected,
      inCase,
      annotator: pseudonym(pair, input.salt),
    }))
    .sort((one, other) => byId(orderOf(one), orderOf(other)))
  const fits = strengthsByCase(input.listening.comparisons)
  return {
    preferences: lines(rows.map(preferenceLine)),
    sidecar: lines(rows.map((row, at) => sidecarLine(row, { at, fits, input }))),
    rows: rows.length,
    leftOut: { ties: count('tie'), absent: count('absent'), unknown: count('unknown') },
  }
}

/** One thing preferred to another by one person, from either source. */
interface Pair {
  readonly source: 'comparison' | 'judgement'
  readonly by: string
  readonly participant: ParticipantId | null
  readonly case: CaseId
  readonly over: ResponseId
  readonly under: ResponseId
  readonly tie: boolean
  readonly values: readonly StatementId[]
}

const fromComparison = ({ participant, case: inCase, a, b, prefers }: Comparison): Pair => ({
  source: 'comparison',
  by: participant,
  participant,
  case: inCase,
  over: prefers === 'b' ? b : a,
  under: prefers === 'b' ? a : b,
  tie: prefers === 'tie',
  values: [],
})

/** For each judge, case and statement: each response that meets it over each that violates it. */
function fromJudgements(judgements: readonly Judgement[]): readonly Pair[] {
  const groups = new Map<string, Judgement[]>()
  for (const judgement of judgements) {
    const key = JSON.stringify([judgement.judge, judgement.case, judgement.statement])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [judgement])
    else group.push(judgement)
  }
  return [...groups.values()].flatMap((group) =>
    group
      .filter(({ verdict }) => verdict === 'meets')
      .flatMap((meets) =>
        group
          .filter(({ verdict }) => verdict === 'violates')
          .map(
            ({ response }): Pair => ({
              source: 'judgement',
              by: meets.judge,
              participant: null,
              case: meets.case,
              over: meets.response,
              under: response,
              tie: false,
              values: [meets.statement],
            }),
          ),
      ),
  )
}

type Placed =
  | {
      readonly kind: 'row'
      readonly pair: Pair
      readonly chosen: CaseResponse
      readonly rejected: CaseResponse
      readonly inCase: Case
    }
  | { readonly kind: 'tie' | 'absent' | 'unknown' }

function placed(pair: Pair, cases: ReadonlyMap<CaseId, Case>): Placed {
  const inCase = cases.get(pair.case)
  const chosen = inCase?.responses.find(({ id }) => id === pair.over)
  const rejected = inCase?.responses.find(({ id }) => id === pair.under)
  if (inCase === undefined || chosen === undefined || rejected === undefined) return { kind: 'unknown' }
  if (pair.tie) return { kind: 'tie' }
  return chosen.kind === 'absent' || rejected.kind === 'absent'
    ? { kind: 'absent' }
    : { kind: 'row', pair, chosen, rejected, inCase }
}

interface Row {
  readonly pair: Pair
  readonly chosen: CaseResponse
  readonly rejected: CaseResponse
  readonly inCase: Case
  readonly annotator: string
}

const preferenceLine = ({ chosen, rejected, inCase }: Row) => ({
  prompt: [{ role: 'user', content: inCase.opening }],
  chosen: [{ role: 'assistant', content: chosen.text }],
  rejected: [{ role: 'assistant', content: rejected.text }],
})

interface Beside {
  readonly at: number
  readonly fits: ReadonlyMap<CaseId, readonly Strengths<ResponseId>[]>
  readonly input: ToExport
}

function sidecarLine({ pair, annotator }: Row, { at, fits, input }: Beside) {
  const preference = preferenceOf(fits.get(pair.case) ?? [], pair.over, pair.under)
  return {
    row_id: `row-${at + 1}`,
    annotator,
    group: (pair.participant === null ? undefined : input.groups.get(pair.participant)) ?? null,
    case_id: pair.case,
    values: pair.values,
    /** Of all who compared: the probability that the chosen one is preferred; null where they were never compared. */
    p_prefer: preference === null ? null : rounded(preference.estimate),
    ci: preference === null ? null : [rounded(preference.low), rounded(preference.high)],
    ruling_id: rulingOn(pair.case, input.rulings),
    source: pair.source,
  }
}

const rulingOn = (inCase: CaseId, rulings: readonly Ruling[]): ClauseId | null =>
  rulings.find(({ when }) => when.some(({ id }) => id === inCase))?.id ?? null

const strengthsByCase = (comparisons: readonly Comparison[]): Beside['fits'] =>
  new Map(
    [...new Set(comparisons.map((each) => each.case))].map((inCase) => [
      inCase,
      bradleyTerry<ResponseId>(comparisons.filter((each) => each.case === inCase)),
    ]),
  )

/** The same person is the same within a file and nobody outside it. Judges and participants never meet. */
const pseudonym = ({ source, by }: Pair, salt: string): string =>
  `a-${hex(sha256(utf8(JSON.stringify([salt, source, by])))).slice(0, 16)}`

const orderOf = ({ annotator, pair }: Row): string =>
  JSON.stringify([annotator, pair.case, pair.over, pair.under, pair.values])

/** To what the intervals can tell apart. */
const rounded = (share: number): number => Number(share.toFixed(4))

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')
