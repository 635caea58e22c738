/** What a charter may lack or get wrong, and whether it may be ratified like that. */
export const PROBLEMS = {
  // identity
  'id-form': 'error',
  'id-taken': 'error',
  'group-taken': 'error',
  'group-unknown': 'error',
  'statement-taken': 'error',
  'statement-differs': 'error',
  'text-differs': 'error',
  // figures
  'interval-impossible': 'error',
  'interval-miscounted': 'error',
  'counts-impossible': 'error',
  'people-do-not-add-up': 'error',
  'support-missing': 'error',
  // voices
  'burden-unheard': 'error',
  'burden-hidden': 'error',
  'effect-unsaid': 'error',
  'effect-twice': 'error',
  'dissent-at-odds': 'error',
  'because-missing': 'error',
  'unheard-missing': 'error',
  // who decided
  'decided-miscounted': 'error',
  'answered-miscounted': 'error',
  'second-order-impossible': 'error',
  'second-order-differs': 'error',
  'cycles-differ': 'error',
  // principles
  'floor-below-threshold': 'error',
  'floor-not-seated': 'error',
  'floor-not-entrenched': 'error',
  'floors-collide': 'error',
  'dial-empty': 'error',
  'dial-start-outside': 'error',
  'dial-touches-others': 'error',
  'dial-moves-floor': 'error',
  // rulings
  'ruling-unsupported': 'error',
  'ruling-contested': 'error',
  'strength-at-odds': 'error',
  'ruling-scope-overlaps': 'error',
  'ruling-out-of-place': 'error',
  'ruling-moves-floor': 'error',
  'rulings-contradict': 'error',
  'rulings-cycle': 'error',
  'review-missing': 'error',
  'fallback-impossible': 'error',
  // what it would take to overturn it
  'capture-misplaced': 'error',
  'capture-impossible': 'error',
  'capture-overstated': 'error',
  // what a machine wrote
  'machine-unlisted': 'error',
  'machine-not-cited': 'error',
  'machine-differs': 'error',
  'machine-unvoted': 'error',
  'machine-not-by-participants': 'error',
  // rules and tools
  'pattern-refused': 'error',
  'pattern-vacuous': 'error',
  'tool-both-ways': 'error',
  // slates and what is certified of them
  'slate-missing': 'error',
  'slate-impossible': 'error',
  'claim-impossible': 'error',
  'proof-missing': 'error',
  'lottery-missing': 'error',
  'lottery-impossible': 'error',
  'seat-differs': 'error',
  // thresholds and the vote
  'thresholds-lenient': 'error',
  'ratification-lenient': 'error',
  'quorum-missing': 'error',
  'seal-hash-differs': 'error',
  'seal-signature-bad': 'error',
  'seal-plan-differs': 'error',
  'ratification-miscounted': 'error',
  // how a draft was amended
  'round-terms-differ': 'error',
  'round-miscounted': 'error',
  'amendment-not-made': 'error',
  'clause-unknown': 'error',
  // what a reader should know, though nothing is wrong
  draft: 'note',
  synthetic: 'note',
  'no-groups': 'note',
  'no-population-targets': 'note',
  'floor-needs-judge': 'note',
  'floor-rests-on-agreement': 'note',
  'group-not-asked': 'note',
  'honoured-nowhere': 'note',
  'motive-unsaid': 'note',
  'no-round': 'note',
  'ruling-untested': 'note',
  'rulings-lead-round': 'note',
  'tool-unlisted': 'note',
  'written-by-machine': 'note',
  'words-replaced': 'note',
} as const satisfies Readonly<Record<string, 'error' | 'note'>>

export type ProblemCode = keyof typeof PROBLEMS

/** One thing that is missing, wrong or worth knowing, and what to do about it. */
export interface CharterProblem {
  readonly code: ProblemCode
  /** Where in the charter: `rulings[0].dissent`. */
  readonly path: string
  /** One sentence that says what to do. */
  readonly says: string
  /** An error keeps a charter from being ratified; a note does not. */
  readonly severity: 'error' | 'note'
}

/** One question put to a charter; no answer is a good answer. */
export type Check<T> = (charter: T) => readonly CharterProblem[]

export const problem = (code: ProblemCode, path: string, says: string): CharterProblem => ({
  code,
  path,
  says,
  severity: PROBLEMS[code],
})

/** A problem when something does not hold. */
export const unless = (holds: boolean, code: ProblemCode, path: string, says: string): CharterProblem[] =>
  holds ? [] : [problem(code, path, says)]
