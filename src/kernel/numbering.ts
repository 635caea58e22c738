/** Values by number, in the order in which they came: a value keeps the number it got when it first came. */
export interface Numbering<Value> {
  readonly values: readonly Value[]
  numberOf(value: Value): number
}

/**
 * Begins with values that have their numbers already, each once.
 *
 * @example
 * const { values, numberOf } = numbering(['a'])
 * [numberOf('b'), numberOf('a'), values] // => [1, 0, ['a', 'b']]
 */
export function numbering<Value>(start: readonly Value[] = []): Numbering<Value> {
  const values = [...start]
  const numbers = new Map(values.map((value, number) => [value, number]))
  const numberOf = (value: Value): number => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, values.length)
    return values.push(value) - 1
  }
  return { values, numberOf }
}
