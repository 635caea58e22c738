/** Steps of a dial, from one end to the other. Source: charter schema, `scale`. */
export const STEPS = [0, 1, 2, 3, 4] as const

export const HIGHEST = 4
