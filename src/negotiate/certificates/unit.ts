/** A whole share, in the units in which payments are written down: shares are fractions, and units are counted. */
export const UNIT = 1_000_000_000

/** Up to so many people every sum of units is a whole number that doubles hold exactly. */
export const MOST_PEOPLE = Math.floor(Number.MAX_SAFE_INTEGER / UNIT)
