/** Who the invented people are: three planted groups, what they declare, whom they were drawn from. */
export const PARTICIPANTS = 600

/** Shares of the planted groups: plain, caring, human-first. */
export const PLANTED = [0.41, 0.35, 0.24] as const

/** Statements about which people were asked “must this hold for everyone?”, and how likely each group says yes. */
export const BINDING: Readonly<Record<string, readonly [number, number, number]>> = {
  s01: [0.92, 0.93, 0.9],
  s02: [0.82, 0.94, 0.9],
  s03: [0.92, 0.88, 0.88],
  s04: [0.93, 0.82, 0.9],
  s05: [0.84, 0.92, 0.82],
  s06: [0.62, 0.58, 0.6],
  s07: [0.84, 0.9, 0.93],
  s10: [0.7, 0.2, 0.4],
  s11: [0.24, 0.84, 0.5],
  s12: [0.4, 0.14, 0.24],
  s14: [0.58, 0.92, 0.78],
  s15: [0.03, 0.04, 0.4],
  s16: [0.4, 0.44, 0.88],
  s18: [0.4, 0.8, 0.5],
  s22: [0.1, 0.06, 0.08],
  s23: [0.08, 0.06, 0.08],
}

/** Statements about which people were asked whom honouring them touches, and how likely “others” is. */
export const TOUCHES_OTHERS: Readonly<Record<string, number>> = {
  s10: 0.72,
  s11: 0.9,
  s12: 0.34,
  s14: 0.94,
  s18: 0.86,
  s20: 0.012,
  s22: 0.012,
  s23: 0.008,
  s24: 0.01,
  s25: 0.2,
}

/** How likely somebody who agrees (first) or disagrees (second) wishes that they felt otherwise. */
export const DISOWNS: Readonly<Record<string, readonly [number, number]>> = {
  s10: [0.16, 0.12],
  s11: [0.1, 0.2],
  s12: [0.12, 0.22],
  s13: [0.2, 0.06],
  s15: [0.18, 0.05],
  s20: [0.22, 0.1],
  s22: [0.08, 0.3],
  s27: [0.26, 0.08],
  s38: [0.14, 0.1],
  s44: [0.24, 0.08],
}

export interface Trait {
  readonly attribute: string
  readonly values: readonly {
    readonly value: string
    /** Among those heard. */
    readonly heard: number
    /** Among the people of the invented city. */
    readonly city: number
  }[]
}

export const TRAITS: readonly Trait[] = [
  {
    attribute: 'internet at home',
    values: [
      { value: 'no internet at home', heard: 0.015, city: 0.09 },
      { value: 'internet at home', heard: 0.985, city: 0.91 },
    ],
  },
  {
    attribute: 'age',
    values: [
      { value: 'under 30', heard: 0.31, city: 0.26 },
      { value: '30 to 70', heard: 0.62, city: 0.59 },
      { value: 'over 70', heard: 0.07, city: 0.15 },
    ],
  },
  {
    attribute: 'first language',
    values: [
      { value: 'the city’s language', heard: 0.83, city: 0.79 },
      { value: 'another language', heard: 0.17, city: 0.21 },
    ],
  },
]

/** The share who say anything about themselves. */
export const DECLARES = 0.7

export const ORIGINS = ['letter to drawn addresses', 'poster in the library', 'link passed on'] as const

/** How often an invented judge says what the cell leans to. */
export const JUDGE_ACCURACY = [0.97, 0.96, 0.95, 0.95, 0.94, 0.93, 0.92, 0.9, 0.86] as const
