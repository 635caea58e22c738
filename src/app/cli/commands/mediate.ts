import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { hex } from '../../../kernel/index.ts'
import { type Listening, type ListeningRecord, listeningOf, recordsOf } from '../../../listen/index.ts'
import { mapSteps, type OpinionMap } from '../../../map/index.ts'
import {
  commonGroundOf,
  costOf,
  type Material,
  type RoundStanding,
  standingsOf,
} from '../../../negotiate/index.ts'
import { upstreamModel } from '../../assembly/upstream.ts'
import { mediate, nextMaterial } from '../../mediate/mediate.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { mapOptions, toldMap } from '../../study/study-steps.ts'
import { BAD_INPUT, Ended, FINDING, orEnd } from '../ending.ts'
import { writeOut } from '../files.ts'
import { databaseOption, dataOption, jsonOption } from '../options.ts'
import { print, progress, withProgress } from '../printing.ts'
import { withRecordsIn } from '../said-besides.ts'
import { type DataOptions, listeningFrom } from '../source.ts'
import { commonSays, costSays, drawnLines, roundLines } from './mediate-lines.ts'

interface MediateFlags extends DataOptions {
  readonly upstream?: string
  readonly model?: string
  readonly critiques?: string
  readonly out?: string
  readonly plan: boolean
  readonly json: boolean
}

export const mediateCommand = () =>
  new Command('mediate')
    .description('words that people could share: their own, and candidates from a model where one is given')
    .argument('<source>', 'an export (directory, zip or JSONL) or an assembly')
    .option(
      '--upstream <url>',
      'an OpenAI-compatible endpoint, up to and with /v1 (key: PARLEY_UPSTREAM_KEY)',
    )
    .option('--model <name>', 'the upstream’s name of the model')
    .option(
      '--critiques <file>',
      'records in the native format: an earlier round, and reasons and rankings on it',
    )
    .option('--plan', 'say what a round would cost, and send nothing', false)
    .option('-o, --out <file>', 'where to write the round’s records')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: MediateFlags) => {
      const writer = writerIn(flags)
      const said = await listeningFrom(source, flags)
      const listening = flags.critiques === undefined ? said : await withRecordsIn(flags.critiques, said)
      const map = mapped(listening)
      if (flags.plan) return plan(nextMaterial({ listening, map }), flags)
      return writer === null ? ownWords({ listening, map }, flags) : round({ listening, map }, writer, flags)
    })

interface Writer {
  readonly upstream: string
  /** What the upstream calls the model. */
  readonly named: string
}

/** Which model is to be asked, if one is: an address and a name go together. */
function writerIn({ upstream, model }: MediateFlags): Writer | null {
  if (upstream === undefined && model === undefined) return null
  if (upstream === undefined)
    throw new Ended(BAD_INPUT, `--model: found "${model}" without --upstream, expected both or neither`)
  if (model === undefined)
    throw new Ended(BAD_INPUT, '--model: found nothing, expected the upstream’s name of the model')
  return { upstream, named: model }
}

interface Heard {
  readonly listening: Listening
  readonly map: OpinionMap
}

const mapped = (listening: Listening): OpinionMap =>
  withProgress(
    toldMap(mapSteps(listening, mapOptions({ ...USUAL_NEGOTIATION, seed: listening.assembly.id }))),
    (step) => step,
  )

/** What leaves this machine, before it does. */
function plan(material: Material, { json }: MediateFlags): void {
  const cost = costOf(material)
  const { round, statements, critiques, leftOut } = material
  const told = { round, statements: statements.length, critiques: critiques.length, leftOut, ...cost }
  print(told, { json, lines: [costSays(material, cost)] })
}

/** Without a model: what people share already, and how they rank what was written before. */
function ownWords({ listening, map }: Heard, { json }: MediateFlags): void {
  const common = commonGroundOf(listening, map)
  const rounds = standingsOf(listening, map)
  const text = new Map(listening.statements.map((one) => [one.id, one.text]))
  print(
    { model: null, common, rounds },
    {
      json,
      lines: [
        'No model was asked (--upstream asks one). What people share already, in their own words:',
        ...(common.length === 0 ? ['  nothing that enough people answered'] : []),
        ...common.map((one) => `  ${commonSays(one)}  ${text.get(one.statement) ?? ''}`),
        ...rounds.flatMap(roundLines),
      ],
    },
  )
}

async function round(heard: Heard, { upstream, named }: Writer, { json, out }: MediateFlags): Promise<void> {
  const model = orEnd(await upstreamModel(upstream))
  const material = nextMaterial(heard)
  process.stderr.write(`${costSays(material, costOf(material))}\n`)
  const bar = progress()
  try {
    const { drawn, records } = await mediate(
      { model, modelId: named, random: (bytes) => hex(randomBytes(bytes)), now: () => new Date() },
      {
        ...heard,
        onProgress: ({ done, of }) => bar.show(`Answer ${done} of ${of}`, done / of),
        signal: new AbortController().signal,
      },
    )
    const told = withRecords(heard, records)
    if (out !== undefined) await writeOut(out, `${records.map((one) => JSON.stringify(one)).join('\n')}\n`)
    print(
      { model: named, drawn, records, round: told },
      { json, lines: [...drawnLines(drawn), ...roundLines(told)] },
    )
    if (told.candidates.length === 0)
      throw new Ended(FINDING, 'no candidate came back that could be put before people')
  } finally {
    bar.done()
    await model.close()
  }
}

/** The round that was just done, as it stands: foretold, and not ranked by anybody yet. */
function withRecords({ listening, map }: Heard, records: readonly ListeningRecord[]): RoundStanding {
  const [latest] = standingsOf(listeningOf([...recordsOf(listening), ...records]), map)
  if (latest === undefined) throw new Error('a round that was done is not among the rounds')
  return latest
}
