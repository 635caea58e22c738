import { quickChance } from '../../../kernel/index.ts'

/** About as many of the rows as asked for, each as likely to be among them; all where there are no more. */
export function someOf(rows: Uint32Array, most: number, seed: string): Uint32Array {
  if (rows.length <= most) return rows
  const random = quickChance(seed)
  return rows.filter(() => random.uniform() < most / rows.length)
}
