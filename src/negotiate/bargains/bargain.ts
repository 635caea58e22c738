/** What each group gets from each option, and what it has if there is no agreement. */
export interface Bargain {
  /** One row per group: what it gets from each option, on a scale of its own. */
  readonly utilities: readonly ArrayLike<number>[]
  /** What each group has where nothing is agreed. It is stated and can be varied, because it decides a lot. */
  readonly disagreement: readonly number[]
}

/** A lottery over the options; what its shares leave of 1 is the chance that nothing is agreed. */
export interface Agreement {
  readonly shares: Float64Array
  /** What each group can expect. */
  readonly utilities: Float64Array
}

/** A way to agree, from the groups' utilities alone. */
export type Solve = (bargain: Bargain) => Agreement

/** What each group would gain from each option, above no agreement. */
export const gainsOf = ({ utilities, disagreement }: Bargain): Float64Array[] =>
  utilities.map((row, group) => Float64Array.from(row, (utility) => utility - disagreement[group]!))

/** What these shares give each group; without an agreement it has what it has. */
export function agreementOn({ utilities, disagreement }: Bargain, shares: Float64Array): Agreement {
  const left = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))
  return {
    shares,
    utilities: Float64Array.from(utilities, (row, group) =>
      shares.reduce((sum, share, option) => sum + share * row[option]!, left * disagreement[group]!),
    ),
  }
}
