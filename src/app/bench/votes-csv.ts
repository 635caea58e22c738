import { open } from 'node:fs/promises'
import type { VoteMatrix } from '../../map/index.ts'

/** Writes votes as a table, person by person; returns how many rows it has. */
export async function writeCsv(path: string, matrix: VoteMatrix): Promise<number> {
  const { people, participants, statements, rowStart, statement, vote } = matrix
  const file = await open(path, 'w')
  try {
    await file.write('participant,statement,vote,time\n')
    for (let from = 0; from < people; from += AT_ONCE) {
      const lines: string[] = []
      for (let row = from; row < Math.min(people, from + AT_ONCE); row++)
        for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
          lines.push(
            `${participants[row]},${statements[statement[at]!]},${vote[at]},${1_700_000_000_000 + at}\n`,
          )
      await file.write(lines.join(''))
    }
    return vote.length
  } finally {
    await file.close()
  }
}

const AT_ONCE = 2000
