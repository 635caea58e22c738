import { realpath } from 'node:fs/promises'
import { Command } from 'commander'
import { saveVotes } from '../../../io/votes-file.ts'
import { number } from '../../../kernel/index.ts'
import { readVotes } from '../../votes/read-votes.ts'
import { BAD_INPUT, Ended, orEnd } from '../ending.ts'
import { unwritable } from '../files.ts'
import { jsonOption, outOption } from '../options.ts'
import { print, progress } from '../printing.ts'

interface PackFlags {
  readonly out: string
  readonly json: boolean
}

export const votesCommand = () =>
  new Command('votes').description('files of votes alone, of any length').addCommand(packCommand())

const packCommand = () =>
  new Command('pack')
    .description('the latest vote of everybody on everything, in one checked file that loads at once')
    .argument('<file>', 'CSV with participant, statement, vote and perhaps time; JSONL; or a packed file')
    .addOption(outOption())
    .addOption(jsonOption())
    .action(async (file: string, { out, json }: PackFlags) => {
      if (await isSame(file, out))
        throw new Ended(BAD_INPUT, `--out: found ${out}, which is read, expected another file`)
      const bar = progress()
      const stored = orEnd(
        await readVotes(file, (rows, done) => bar.show(`Reading votes, row ${number(rows)}`, done)),
      )
      bar.done()
      await saveVotes(out, stored).catch(unwritable(out))
      const { people, columns, vote } = stored.matrix
      const counts = { people, statements: columns, votes: vote.length, rows: stored.through }
      print(
        { file: out, ...counts },
        {
          json,
          lines: [
            `${out}: ${people} people, ${columns} statements, ${vote.length} votes of ${stored.through} rows`,
          ],
        },
      )
    })

/** Whether both are one file: written over, the votes with their times would be gone. */
async function isSame(file: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([file, other].map((path) => realpath(path).catch(() => null)))
  return one !== null && one === two
}
