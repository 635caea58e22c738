import { cpus, totalmem } from 'node:os'
import { Command } from 'commander'
import { BENCHES, type BenchRow, isMet } from '../../bench/index.ts'
import { BAD_INPUT, Ended, FINDING } from '../ending.ts'
import { jsonOption } from '../options.ts'
import { print, progress } from '../printing.ts'

interface BenchFlags {
  readonly seed: string
  readonly full: boolean
  readonly json: boolean
}

export const benchCommand = () =>
  new Command('bench')
    .description('measure: how fast, in how much memory, how often right')
    .argument('[name]', `which one: ${BENCHES.map(({ name }) => name).join(', ')}`)
    .option('--seed <text>', 'what chance is drawn from', 'bench')
    .option('--full', 'also the sizes that take minutes and gigabytes', false)
    .addOption(jsonOption())
    .action(async (name: string | undefined, flags: BenchFlags) => {
      const chosen = BENCHES.find((bench) => bench.name === name)
      if (name === undefined) {
        const listed = BENCHES.map((bench) => ({ name: bench.name, measures: bench.measures }))
        print(listed, { json: flags.json, lines: listed.map((one) => `${one.name}: ${one.measures}`) })
        return
      }
      if (chosen === undefined)
        throw new Ended(
          BAD_INPUT,
          `no bench "${name}"; there are ${BENCHES.map((one) => one.name).join(', ')}`,
        )
      const bar = progress()
      const rows = await chosen.run(flags, (doing) => bar.show(doing, 0))
      bar.done()
      const { seed, full } = flags
      const report = { bench: chosen.name, measures: chosen.measures, seed, full, machine: machine(), rows }
      print(report, { json: flags.json, lines: rows.map(lineOf) })
      if (rows.some((row) => isMet(row) === false)) throw new Ended(FINDING)
    })

const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})

function lineOf(row: BenchRow): string {
  const { what, figure, unit, target, parts } = row
  const met = isMet(row)
  const aim =
    target === undefined
      ? ''
      : `  ${met ? 'met' : 'MISSED'}: ${'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`}`
  const made = Object.entries(parts ?? {}).map(([part, value]) => `${part} ${shown(value)}`)
  return `${what}: ${shown(figure)} ${unit === 'none' ? '' : unit}${aim}${made.length > 0 ? `  (${made.join(', ')})` : ''}`
}

const shown = (value: number): string => Number(value.toPrecision(4)).toString()
