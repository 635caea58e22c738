import { Command } from 'commander'
import {
  check,
  checkLine,
  contentHash,
  diffCharters,
  diffText,
  drafted,
  printCharter,
  TARGETS,
} from '../../../charter/index.ts'
import type { RuleName } from '../../../negotiate/index.ts'
import { USUAL_PLAN, usualDraft } from '../../assembly/charters.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { declaredOption } from '../declared-option.ts'
import { BAD_INPUT, Ended, FINDING } from '../ending.ts'
import { charterIn, proofFileOf, writeOut } from '../files.ts'
import { databaseOption, dataOption, jsonOption, outOption, wholeNumber } from '../options.ts'
import { print } from '../printing.ts'
import type { DataOptions } from '../source.ts'
import { verifyCommand } from './charter-verify.ts'

export const charterCommand = () =>
  new Command('charter')
    .description('what was decided, as a file that is also a program')
    .addCommand(draftCommand())
    .addCommand(checkCommand())
    .addCommand(diffCommand())
    .addCommand(compileCommand())
    .addCommand(verifyCommand())

interface DraftFlags extends DataOptions {
  readonly out: string
  readonly seats: number
  readonly declared: readonly RuleName[]
  readonly resamples: number
  readonly reruns: number
  readonly title?: string
  readonly quorum: number
}

const draftCommand = () =>
  new Command('draft')
    .description('draft a charter from what people said; nothing is invented')
    .argument('<source>', 'an export (directory, zip or JSONL) or an assembly')
    .addOption(outOption())
    .option('--seats <k>', 'how many places are negotiated', wholeNumber(1, 200), USUAL_NEGOTIATION.seats)
    .addOption(declaredOption())
    .option(
      '--resamples <n>',
      'how often people are drawn anew',
      wholeNumber(0, 10_000),
      USUAL_NEGOTIATION.resamples,
    )
    .option(
      '--reruns <n>',
      'how often the map is drawn again from people picked by chance',
      wholeNumber(0, 1000),
      USUAL_NEGOTIATION.reruns,
    )
    .option('--title <text>', 'the charter’s title')
    .option(
      '--quorum <n>',
      'fewest people who must vote on it',
      wholeNumber(1, 1_000_000_000),
      USUAL_PLAN.quorum,
    )
    .addOption(dataOption())
    .addOption(databaseOption())
    .action(async (source: string, flags: DraftFlags) => {
      const { listeningFrom } = await import('../source.ts')
      const { studied } = await import('../studied.ts')
      const listening = await listeningFrom(source, flags)
      const usual = usualDraft(listening.assembly)
      const { seats, declared, resamples, reruns } = flags
      const negotiation = { ...USUAL_NEGOTIATION, seats, declared, resamples, reruns, seed: usual.seed }
      const study = studied(listening, negotiation)
      const plan = { ...usual.plan, quorum: flags.quorum }
      const { charter, proof } = drafted({
        ...study,
        options: { ...usual, title: flags.title ?? usual.title, plan },
      })
      await writeOut(flags.out, printCharter(charter))
      process.stderr.write(`${flags.out}: ${contentHash(charter)}\n`)
      if (proof === null) return
      await writeOut(proofFileOf(flags.out), proof)
      process.stderr.write(`${proofFileOf(flags.out)}: ${charter.certificates.proof}\n`)
    })

const checkCommand = () =>
  new Command('check')
    .description('say what a charter lacks and what to do about it')
    .argument('<file>', 'a charter')
    .addOption(jsonOption())
    .action(async (file: string, { json }: { json: boolean }) => {
      const problems = check(await charterIn(file))
      const errors = problems.filter(({ severity }) => severity === 'error').length
      const verdict = errors === 0 ? 'accepted' : 'not accepted'
      const sum = `${verdict}: ${errors} to mend, ${problems.length - errors} to note`
      print({ accepted: errors === 0, problems }, { json, lines: [...problems.map(checkLine), sum] })
      if (errors > 0) throw new Ended(FINDING)
    })

const diffCommand = () =>
  new Command('diff')
    .description('what changed between two charters, and for whom')
    .argument('<before>')
    .argument('<after>')
    .addOption(jsonOption())
    .action(async (before: string, after: string, { json }: { json: boolean }) => {
      const diff = diffCharters(await charterIn(before), await charterIn(after))
      print(diff, { json, lines: [diffText(diff).trimEnd()] })
    })

const TARGET_NAMES = Object.keys(TARGETS).join(', ')

const compileCommand = () =>
  new Command('compile')
    .description('compile a charter to a target')
    .argument('<file>', 'a charter')
    .requiredOption('--target <name>', `one of ${TARGET_NAMES}`)
    .action(async (file: string, { target: name }: { target: string }) => {
      const target = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined
      if (target === undefined)
        throw new Ended(BAD_INPUT, `--target: found "${name}", expected one of ${TARGET_NAMES}`)
      process.stdout.write(target.compile(await charterIn(file), new Map()))
    })
