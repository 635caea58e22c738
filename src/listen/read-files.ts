import { type Parsed, refused } from '../kernel/index.ts'
import type { Files, Importer, ImportOptions } from './importers/importer.ts'
import { importers } from './importers/index.ts'
import type { Listening } from './listening.ts'

/**
 * Reads files with the one importer that recognises them, among all there are or those that are named.
 *
 * Errors: refused when no importer recognises them or more than one does, and where the importer refuses.
 *
 * @example
 * const files = new Map([['a.jsonl', '{"type":"assembly","id":"a","question":"What should it value?"}']])
 * readListening(files, { assembly: null }).value.assembly.question // => 'What should it value?'
 */
export function readListening(
  files: Files,
  options: ImportOptions,
  among: readonly Importer[] = Object.values(importers),
): Parsed<Listening> {
  const able = among.filter((importer) => importer.recognises(files))
  const [importer, other] = able
  if (importer !== undefined && other === undefined) return importer.read(files, options)
  const reads = (all: readonly Importer[]): string => all.map((each) => each.reads).join(' or ')
  return refused({
    place: files.size === 0 ? 'the files' : namesOf(files),
    found:
      importer === undefined
        ? 'nothing that can be read'
        : `both ${able.map((each) => each.reads).join(' and ')}`,
    expected: importer === undefined ? reads(among) : 'one of them',
  })
}

const SHOWN = 5
const namesOf = (files: Files): string => {
  const names = [...files.keys()].sort()
  return names.length > SHOWN
    ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`
    : names.join(', ')
}
