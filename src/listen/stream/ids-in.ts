import type { IdTable } from '../../kernel/index.ts'
import { isId } from '../schema-words.ts'
import type { Cells } from './csv-cells.ts'

/** The number of the id in a cell; null where it is none. An id seen before is not looked at again. */
export function idIn(ids: IdTable, { bytes, from, to }: Cells, cell: number): number | null {
  const [start, end] = [from[cell]!, to[cell]!]
  const known = ids.size
  const number = ids.numberOf(bytes, start, end)
  return number < known || isIdIn(bytes.subarray(start, end)) ? number : null
}

function isIdIn(bytes: Uint8Array): boolean {
  try {
    return isId(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return false
  }
}
