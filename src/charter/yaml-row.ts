import { isScalar, type YAMLSeq } from 'yaml'
import { type StringifyContext, stringifyString } from 'yaml/util'

const WIDTH = 110

/**
 * Writes a list of names in rows, as many to a row as fit. The library writes a long list one name to a line, and a
 * thousand statements are a thousand lines that nobody reads.
 */
export function inRows(list: YAMLSeq): void {
  list.flow = true
  list.toString = (context?: StringifyContext) => {
    if (context === undefined || list.items.length === 0) return '[]'
    // As the library writes a string in a list that stands in one line: quoted where it would read as something else.
    const inList = { ...context, actualString: true, inFlow: true, implicitKey: true }
    const names = list.items.filter(isScalar).map((item) => {
      const text = { type: item.type ?? 'PLAIN', value: String(item.value), comment: '', source: '' }
      return stringifyString(text, inList)
    })
    return `[ ${rows(names).join(`\n${context.indent}  `)} ]`
  }
}

/** @example
 * rows(['a', 'b'], 3) // => ['a,', 'b']
 */
export function rows(names: readonly string[], width = WIDTH): string[] {
  const made: string[] = []
  let row = ''
  for (const [at, name] of names.entries()) {
    const next = at === names.length - 1 ? name : `${name},`
    if (row !== '' && row.length + 1 + next.length > width) {
      made.push(row)
      row = next
    } else row = row === '' ? next : `${row} ${next}`
  }
  return [...made, row]
}
