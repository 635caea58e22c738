/**
 * A whole number with marks between its thousands.
 *
 * @example
 * number(41870) // => '41,870'
 */
export const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * A count with its noun.
 *
 * @example
 * [counted(1, 'person', 'people'), counted(3, 'case')] // => ['1 person', '3 cases']
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`
