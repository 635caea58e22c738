import type { Verdict } from '../../kernel/index.ts'

/** What was found of one thing that a charter claims of its slates, or of the evidence for it. */
export interface ProofFinding {
  readonly verdict: Verdict
  /** Where in the charter: `certificates.slates[0].core`. */
  readonly path: string
  readonly says: string
}

export const finding = (verdict: Verdict, path: string, says: string): ProofFinding => ({
  verdict,
  path,
  says,
})

/** Kept, or broken with the first of what speaks against it. */
export const unlessBroken = (path: string, kept: string, problems: readonly string[]): ProofFinding =>
  problems[0] === undefined ? finding('kept', path, kept) : finding('broken', path, problems[0])
