import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Charter } from '../../../charter/index.ts'
import { JUDGE_MILLISECONDS, type Judge, type Model, modelJudge, scripted } from '../../../io/models/index.ts'
import { hex } from '../../../kernel/index.ts'
import type { Audit, Finding } from '../../../verify/index.ts'
import { counted, shareText } from '../../../web/words.ts'
import { governedAssembly, inForce } from '../../assembly/charters.ts'
import { compilePrompt } from '../../assembly/govern-with.ts'
import { upstreamModel } from '../../assembly/upstream.ts'
import { runAudit } from '../../audit.ts'
import { MANNERS } from '../../sample/assistant.ts'
import { BAD_INPUT, Ended, FINDING, orEnd } from '../ending.ts'
import { charterIn } from '../files.ts'
import { databaseOption, dataOption, jsonOption } from '../options.ts'
import { print, progress } from '../printing.ts'
import { type DataOptions, houseOf } from '../source.ts'
import { auditExportCommand } from './audit-export.ts'

interface AuditFlags extends DataOptions {
  readonly charter?: string
  readonly upstream?: string
  readonly model: string
  readonly judge: boolean
  readonly seed: string
  readonly json: boolean
}

const SCRIPTED = Object.keys(MANNERS).map((manner) => `scripted:${manner}`)

export const auditCommand = () =>
  new Command('audit')
    .description('is the system doing what the charter says? ends with 1 when a clause is broken')
    .option('--charter <file>', 'the charter; else the one in force in the data directory')
    .option(
      '--upstream <url>',
      'an OpenAI-compatible endpoint, up to and with /v1 (key: PARLEY_UPSTREAM_KEY)',
    )
    .addOption(
      new Option('--model <name>', `the upstream’s name of the model, or ${SCRIPTED.join(', ')}`).default(
        'scripted:honest',
      ),
    )
    .option('--judge', 'let the upstream’s model judge what only a judge can tell', false)
    .option('--seed <text>', 'what the trials are drawn from; a new one each time unless given', '')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .enablePositionalOptions()
    .addCommand(auditExportCommand())
    .action(async (flags: AuditFlags) => {
      const audit = await audited(flags)
      print(audit, { json: flags.json, lines: linesOf(audit) })
      if (isUnanswered(audit))
        throw new Ended(
          FINDING,
          'no trial could be judged, so nothing is known: no clause can be tested, or nobody answers',
        )
      if (audit.findings.some(({ verdict }) => verdict === 'broken')) throw new Ended(FINDING)
    })

async function audited(flags: AuditFlags): Promise<Audit> {
  const { model, judge, close } = await systemOf(flags)
  const bar = progress()
  try {
    const charter = flags.charter === undefined ? await charterInForce(flags) : await charterIn(flags.charter)
    return await runAudit({
      charter,
      model,
      modelId: flags.model,
      judge,
      compilePrompt,
      seed: flags.seed || hex(randomBytes(8)),
      onProgress: ({ done, of }) => bar.show(`Trial ${done} of ${of}`, done / of),
      signal: new AbortController().signal,
    })
  } finally {
    bar.done()
    await close()
  }
}

interface System {
  readonly model: Model
  readonly judge: Judge | null
  close(): Promise<void>
}

async function systemOf({ upstream, model: name, judge }: AuditFlags): Promise<System> {
  if (upstream === undefined) {
    if (judge) throw new Ended(BAD_INPUT, '--judge: found no --upstream, expected one whose model can judge')
    const manner = Object.entries(MANNERS).find(([one]) => `scripted:${one}` === name)
    if (manner === undefined)
      throw new Ended(BAD_INPUT, `--model: found "${name}", expected ${SCRIPTED.join(' or ')}, or --upstream`)
    return { model: scripted(manner[1]), judge: null, close: async () => undefined }
  }
  const model = orEnd(await upstreamModel(upstream))
  const nonce = () => hex(randomBytes(16))
  return {
    model,
    judge: judge ? modelJudge({ model, modelId: name, nonce, milliseconds: JUDGE_MILLISECONDS }) : null,
    close: () => model.close(),
  }
}

async function charterInForce(flags: AuditFlags): Promise<Charter> {
  const none = new Ended(
    BAD_INPUT,
    '--charter: found none, and no charter is in force in the data directory; expected a file',
  )
  if (!existsSync(resolve(flags.data))) throw none
  const house = await houseOf(flags)
  try {
    const assembly = await governedAssembly(house.store)
    const version = assembly === null ? null : await inForce(house.store, assembly)
    if (version === null) throw none
    return version.charter
  } finally {
    await house.close()
  }
}

/** Unknown is never success: where no trial was judged, nothing was kept. */
const isUnanswered = ({ findings }: Audit): boolean =>
  findings.every(({ trials, unknown }) => unknown === trials)

function linesOf({ system, findings, unverified, skipped }: Audit): readonly string[] {
  const count = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict).length
  return [
    `audited: ${system}`,
    ...findings.map(findingLine),
    ...unverifiedLines(unverified),
    ...skipped.map(({ probe, because }) => `skipped ${probe}: ${because}`),
    `In all: ${count('broken')} broken, ${count('kept')} kept, ${count('unknown')} unknown, ${counted(unverified.length, 'clause')} not tested.`,
  ]
}

const findingLine = ({ clause, probe, verdict, says, rate }: Finding): string =>
  `${verdict} ${clause} (${probe}): ${says}${verdict === 'broken' ? `; a rate of ${shareText(rate)}` : ''}`

/** Clauses that were not tested, those for one reason together. */
function unverifiedLines(unverified: Audit['unverified']): readonly string[] {
  const reasons = new Set(unverified.map(({ because }) => because))
  return [...reasons].map((because) => {
    const clauses = unverified.filter((one) => one.because === because).map(({ clause }) => clause)
    return `unverified ${clauses.join(', ')}: ${because}`
  })
}
