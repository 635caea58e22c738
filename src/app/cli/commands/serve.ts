import { Command } from 'commander'
import { orEnd } from '../ending.ts'
import { databaseOption, dataOption, wholeNumber } from '../options.ts'
import { type DataOptions, houseOptions } from '../source.ts'

interface ServeFlags extends DataOptions {
  readonly port: number
  readonly host: string
  readonly name: readonly string[]
  readonly upstream?: string
  readonly model?: string
  readonly sample: boolean
}

export const serveCommand = () =>
  new Command('serve')
    .description('everything in a browser: from ballot to gateway to report')
    .option('--port <n>', 'port', wholeNumber(1, 65_535), 4180)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--name <host...>',
      'further names it answers to, with port if it is not the usual one: behind a proxy, in a network',
      [],
    )
    .option(
      '--upstream <url>',
      'an OpenAI-compatible endpoint, up to and with /v1 (key: PARLEY_UPSTREAM_KEY)',
    )
    .option('--model <name>', 'what the upstream calls the model')
    .option('--sample', 'fill an empty data directory with the sample assembly', false)
    .addOption(dataOption())
    .addOption(databaseOption())
    .action(async (flags: ServeFlags) => {
      const running = orEnd(
        await (await import('../../server/serve.ts')).startServer({
          ...houseOptions(flags),
          host: flags.host,
          names: flags.name,
          port: flags.port,
          upstream: flags.upstream ?? null,
          model: flags.model ?? null,
          sample: flags.sample,
          logLevel: process.env.PARLEY_LOG_LEVEL ?? 'warn',
          say: (line) => process.stderr.write(`${line}\n`),
        }),
      )
      process.stdout.write(
        [
          `Parley is at ${running.address}`,
          flags.upstream === undefined
            ? 'The model is scripted: people wrote its answers. --upstream URL asks a real one.'
            : '',
          `Operators’ links are in ${running.linksFile}`,
          '',
        ]
          .filter((line, at, all) => line !== '' || at === all.length - 1)
          .join('\n'),
      )
      await untilStopped()
      await running.close()
    })

/** Waits for Ctrl-C or a polite kill. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
