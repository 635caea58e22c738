import { Command } from 'commander'
import { type Importer, importers } from '../../../listen/index.ts'
import { importListening } from '../../assembly/import.ts'
import { BAD_INPUT, Ended, orEnd } from '../ending.ts'
import { databaseOption, dataOption, jsonOption } from '../options.ts'
import { print, progress } from '../printing.ts'
import { type DataOptions, houseOf, readExport } from '../source.ts'

interface ImportFlags extends DataOptions {
  readonly assembly?: string
  readonly json: boolean
}

export const importCommand = () =>
  new Command('import')
    .description('take what people said elsewhere into the record, whole or not at all')
    .addCommand(importWith('polis', 'a Polis export: a directory or a zip, any header variant'))
    .addCommand(importWith('polis-live', 'a conversation of a running Polis: statements.csv and votes.csv'))
    .addCommand(importWith('native', 'Parley’s own JSONL: a file, a directory or a zip'))

const importWith = (name: keyof typeof importers, describes: string) =>
  new Command(name)
    .description(describes)
    .argument('<path>')
    .option('--assembly <id>', 'the assembly to make; else the id in the files')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action((path: string, flags: ImportFlags) => take(path, flags, importers[name]))

async function take(path: string, flags: ImportFlags, importer: Importer): Promise<void> {
  const listening = orEnd(await readExport(path, flags.assembly ?? null, [importer]))
  const { assembly, participants, statements, votes, notes } = listening
  const house = await houseOf(flags)
  const bar = progress()
  try {
    if ((await house.store.listening(assembly.id)) !== null)
      throw new Ended(
        BAD_INPUT,
        `--assembly: found "${assembly.id}", which is there already, expected another id`,
      )
    const entries = await importListening(house, listening, (done, of) =>
      bar.show(`Recording, ${done} of ${of}`, done / of),
    )
    bar.done()
    const counts = { participants: participants.length, statements: statements.length, votes: votes.length }
    const sum = `${assembly.id}: ${counts.participants} people, ${counts.statements} statements, ${counts.votes} votes, in ${entries} entries`
    print(
      { assembly: assembly.id, ...counts, entries, notes },
      { json: flags.json, lines: [sum, ...notes.map(({ says }) => `note: ${says}`)] },
    )
  } finally {
    await house.close()
  }
}
