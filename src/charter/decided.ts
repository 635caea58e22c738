import type { Answered, Charter, Decided, Dial, Floor, Ruling, Support } from './schema.ts'

/**
 * How many of the clauses that bind who decided, and why they exist: what a reader wants to know first.
 *
 * What is contested binds nobody, and what cannot be honoured was decided by nobody; neither counts.
 *
 * @example
 * decidedIn({ principles: [{ authority: 'law', motive: null }], rulings: [] }).by // => { participants: 0, operator: 0, law: 1 }
 */
export function decidedIn({ principles, rulings }: Pick<Charter, 'principles' | 'rulings'>): Decided {
  const binding = [...principles, ...rulings]
  const by = (authority: keyof Decided['by']) =>
    binding.filter((clause) => clause.authority === authority).length
  const why = (motive: keyof Decided['why']) =>
    binding.filter((clause) => (clause.motive ?? 'unsaid') === motive).length
  return {
    clauses: binding.length,
    by: { participants: by('participants'), operator: by('operator'), law: by('law') },
    why: {
      control: why('control'),
      censorship: why('censorship'),
      ethics: why('ethics'),
      pr: why('pr'),
      survey: why('survey'),
      unsaid: why('unsaid'),
    },
  }
}

/** What of a clause tells who was asked, and what. */
export type Deciding = { readonly support: Support } & Partial<
  Pick<Floor, 'basis'> & Pick<Dial, 'touchesOthers'> & Pick<Ruling, 'winProbability'>
>

/**
 * The question that decided a clause, and how many answered it: what its figures rest on.
 *
 * @example
 * answeredOf({ support: { overall: { n: 40 }, groups: {} } }) // => { question: 'agree', people: 40 }
 */
export function answeredOf({ support, basis, touchesOthers, winProbability }: Deciding): Answered {
  if (winProbability !== undefined) return { question: 'compare', people: support.overall.n }
  if (touchesOthers !== undefined) return { question: 'touches-others', people: touchesOthers.n }
  return basis?.kind === 'supermajority'
    ? { question: basis.asked, people: basis.shares.overall.n }
    : { question: 'agree', people: support.overall.n }
}
