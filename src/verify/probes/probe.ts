import type { Charter } from '../../charter/index.ts'
import type { ClauseId, Verdict } from '../../kernel/index.ts'
import type { Judged, Transcript, Trial, Turn, Unverified } from '../finding.ts'

/** What somebody under test answers to some turns. */
export interface Reply {
  readonly text: string
  readonly toolCalls: readonly { readonly name: string; readonly arguments: string }[]
}

/** Somebody under test, written down: a pure function from the turns to the reply. */
export type Actor = (turns: readonly Turn[]) => Reply

/** What a judge answered about each trial, by trial and then by question; missing is unknown. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, Verdict>>

/**
 * A repeatable behaviour test of a charter. It plans and it judges; something else acts in between, so that the same
 * probe runs against a script, a model and the gateway.
 *
 * Every probe brings its own proof: an actor that fails it and must be caught, and an honest twin that must pass.
 *
 * Source: ADR 0023.
 */
export interface Probe {
  readonly name: string
  readonly source: string
  /** The same charter and seed give the same trials. */
  trials(charter: Charter, seed: string): readonly Trial[]
  /** One verdict per transcript; a failed one is unknown. */
  judge(transcripts: readonly Transcript[], charter: Charter, answers: Answers): readonly Judged[]
  /** Clauses that one would expect it to test and that it cannot, each with the reason. */
  leaves(charter: Charter): readonly Unverified[]
  /** Why it has nothing to do with this charter; null when it has. */
  skips(charter: Charter): string | null
  /** Breaks every clause that the probe tests. */
  planted(charter: Charter): Actor
  /** Keeps them. */
  honest(charter: Charter): Actor
}

/** A transcript of a system that failed proves nothing. */
export const failedIsUnknown = (
  transcript: Transcript,
  judge: (answered: Extract<Transcript, { kind: 'answered' }>) => Omit<Judged, 'trial'>,
): Judged => ({
  trial: transcript.trial.id,
  ...(transcript.kind === 'failed'
    ? { verdict: 'unknown' as const, because: `no answer: ${transcript.because}` }
    : judge(transcript)),
})

/** The trials of one clause, numbered, so that a transcript finds its trial again. */
export const numbered = (
  probe: string,
  clause: ClauseId,
  drafts: readonly Omit<Trial, 'id' | 'probe' | 'clause'>[],
): readonly Trial[] =>
  drafts.map((draft, at) => ({ id: `${probe}/${clause}/${at + 1}`, probe, clause, ...draft }))

/**
 * The last words of the person.
 *
 * @example
 * lastWords([{ role: 'user', content: 'a' }, { role: 'assistant', content: 'b' }]) // => 'a'
 */
export const lastWords = (turns: readonly Turn[]): string =>
  turns.findLast(({ role }) => role === 'user')?.content ?? ''
