import { quoted } from '../../kernel/index.ts'
import {
  firstDangling,
  type Listening,
  type ListeningRecord,
  listeningOf,
  parseRecord,
  recordsOf,
} from '../../listen/index.ts'
import { BAD_INPUT, Ended, orEnd } from './ending.ts'
import { fileBytes } from './files.ts'

/** What people said, and besides it the records of one more file in the native format. */
export async function withRecordsIn(file: string, listening: Listening): Promise<Listening> {
  const bytes = await fileBytes(file, 'records in the native format, one on a line')
  const lines = new TextDecoder().decode(bytes).split('\n')
  const more = lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [recordIn(line, `${file}, row ${at + 1}`)],
  )
  const all = [...recordsOf(listening), ...more]
  const dangling = firstDangling(all)
  if (dangling !== null)
    throw new Ended(
      BAD_INPUT,
      `${file}: found ${dangling.field} ${quoted(dangling.names)}, expected ${dangling.expected}`,
    )
  return listeningOf(all)
}

function recordIn(line: string, place: string): ListeningRecord {
  try {
    return orEnd(parseRecord(JSON.parse(line), place))
  } catch (error) {
    if (error instanceof Ended) throw error
    throw new Ended(BAD_INPUT, `${place}: found ${quoted(line)}, expected one JSON object on one line`)
  }
}
