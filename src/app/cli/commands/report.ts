import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { id } from '../../../kernel/index.ts'
import { FORMATS, type Report } from '../../../publish/index.ts'
import { REPORT_STYLES, standaloneReport } from '../../../web/pages/report/standalone.tsx'
import { negotiationOf } from '../../assembly/planned.ts'
import { reportFor } from '../../assembly/report.ts'
import { BAD_INPUT, Ended } from '../ending.ts'
import { writeOut } from '../files.ts'
import { databaseOption, dataOption } from '../options.ts'
import { type DataOptions, houseOf } from '../source.ts'
import { studied } from '../studied.ts'

interface ReportFlags extends DataOptions {
  readonly format: string
  readonly out?: string
}

const PAGE = 'html'
const NAMES = [PAGE, ...Object.keys(FORMATS)]

export const reportCommand = () =>
  new Command('report')
    .description('who chose, who gains, who loses, what broke and what is unknown')
    .argument('<assembly>', 'an assembly in the data directory')
    .addOption(new Option('--format <name>', 'the form of the report').choices(NAMES).default('json'))
    .option('-o, --out <file>', 'where to write; else standard output')
    .addOption(dataOption())
    .addOption(databaseOption())
    .action(async (assembly: string, flags: ReportFlags) => {
      const text = await printed(await reportOn(assembly, flags), flags.format)
      if (flags.out === undefined) process.stdout.write(text)
      else await writeOut(flags.out, text)
    })

async function reportOn(name: string, flags: ReportFlags): Promise<Report> {
  const missing = new Ended(BAD_INPUT, `${name}: found no such assembly in ${flags.data}, expected its id`)
  if (!existsSync(resolve(flags.data))) throw missing
  const journal = await houseOf(flags)
  try {
    const assembly = id<'assembly'>(name)
    const listening = await journal.store.listening(assembly)
    if (listening === null) throw missing
    const study = studied(listening, negotiationOf(assembly))
    return await reportFor(journal, { assembly, study, at: new Date().toISOString() })
  } finally {
    await journal.close()
  }
}

async function printed(report: Report, format: string): Promise<string> {
  const form = FORMATS[format]
  if (form !== undefined) return form.print(report)
  const sheets = REPORT_STYLES.map((name) =>
    readFile(new URL(`../../../web/styles/${name}.css`, import.meta.url), 'utf8'),
  )
  return standaloneReport(report, (await Promise.all(sheets)).join('\n'))
}
