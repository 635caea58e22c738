import { type Parsed, parsed, quoted, refused } from '../../kernel/index.ts'
import type { Listening } from '../listening.ts'
import { listeningOf } from '../listening-of.ts'
import { parseRecord } from '../parse-record.ts'
import type { ListeningRecord } from '../record.ts'
import { firstDangling } from '../references.ts'
import { LIMITS } from './csv.ts'
import type { Files, Importer, ImportOptions } from './importer.ts'
import { type TextFile, textFiles } from './text-file.ts'

/**
 * Files in the native format, one record per line, read in the order of their names as if they were one.
 *
 * Source: docs/formats/native.md, ADR 0013.
 */
export const native: Importer = {
  name: 'native',
  reads: 'records in the native format (*.jsonl)',
  recognises: (files) => linesIn(files).length > 0,
  read: (files, options) => {
    const names = linesIn(files)
    const texts = textFiles(files, names)
    if (texts.kind === 'refused') return texts
    const lines = recordsIn(texts.value)
    return lines.kind === 'refused' ? lines : listeningIn(lines.value, names, options)
  },
}

const linesIn = (files: Files): readonly string[] =>
  [...files.keys()]
    .filter((name) => /\.(jsonl|ndjson)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name))
    .sort()

/** A record and the place it was read from. */
interface Line {
  readonly record: ListeningRecord
  readonly place: string
}

function recordsIn(files: readonly TextFile[]): Parsed<readonly Line[]> {
  const lines: Line[] = []
  for (const { name, text } of files) {
    let row = 0
    for (let start = 0; start < text.length; ) {
      row++
      const place = `${name}, row ${row}`
      if (row > LIMITS.rows)
        return refused({ place, found: 'a row too many', expected: `at most ${LIMITS.rows} rows` })
      const end = text.indexOf('\n', start)
      const line = text.slice(start, end < 0 ? text.length : end)
      start += line.length + 1
      if (line.trim() === '') continue
      const record = recordIn(line, place)
      if (record.kind === 'refused') return record
      lines.push({ record: record.value, place })
    }
  }
  return parsed(lines)
}

function recordIn(line: string, place: string): Parsed<ListeningRecord> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refused({ place, found: quoted(line), expected: 'one JSON object on one line' })
  }
  return parseRecord(value, place)
}

function listeningIn(
  lines: readonly Line[],
  names: readonly string[],
  { assembly }: ImportOptions,
): Parsed<Listening> {
  const records = lines.map(({ record }) => record)
  if (!records.some(({ type }) => type === 'assembly'))
    return refused({
      place: names.join(', '),
      found: 'no record of type "assembly"',
      expected: 'one that says what is being asked',
    })
  const dangling = firstDangling(records)
  if (dangling !== null)
    return refused({
      place: `${lines[dangling.at]?.place}, field "${dangling.field}"`,
      found: quoted(dangling.names),
      expected: dangling.expected,
    })
  const listening = listeningOf(records)
  return parsed(
    assembly === null ? listening : { ...listening, assembly: { ...listening.assembly, id: assembly } },
  )
}
