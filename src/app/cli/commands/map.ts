import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { threadsFor } from '../../../io/threads/index.ts'
import type { StatementId } from '../../../kernel/index.ts'
import { type Listening, readTargets } from '../../../listen/index.ts'
import {
  checksOf,
  drawSteps,
  type GroupingMethod,
  matrixOf,
  type OpinionMap,
  type VoteMatrix,
  voicesOf,
} from '../../../map/index.ts'
import { isVotesAlone, readVotes } from '../../votes/read-votes.ts'
import { BAD_INPUT, Ended, orEnd } from '../ending.ts'
import { databaseOption, dataOption, jsonOption, wholeNumber } from '../options.ts'
import { print, progress, withProgress } from '../printing.ts'
import { type DataOptions, fileBytes, listeningFrom } from '../source.ts'
import { bridgingLines } from './map-bridging.ts'
import { checkLines } from './map-checks.ts'
import { findingLines } from './map-findings.ts'
import { groupLines } from './map-groups.ts'
import { printParity } from './map-parity.ts'
import { voicesLines } from './map-voices.ts'

interface MapFlags extends DataOptions {
  readonly json: boolean
  readonly reruns: number
  readonly seed?: string
  readonly groups: GroupingMethod
  readonly k?: number
  readonly parity?: 'polis'
  readonly math?: string
  readonly explain: boolean
  readonly voices: boolean
  readonly targets?: string
  readonly checks: boolean
}

export const mapCommand = () =>
  new Command('map')
    .description('who agrees with whom, and how sure we can be')
    .argument(
      '<source>',
      'an export (directory, zip or JSONL), a file of votes (CSV, JSONL, packed) or an assembly',
    )
    .option(
      '--reruns <n>',
      'how often it is drawn again from people picked by chance',
      wholeNumber(0, 1000),
      50,
    )
    .option('--k <n>', 'show so many groups, whether they are stable or not', wholeNumber(2, 5))
    .addOption(
      new Option('--groups <method>', 'by where people stand on the map, or by how they vote')
        .choices(['k-means', 'latent-class'])
        .default('k-means'),
    )
    .option('--seed <text>', 'what chance is drawn from; the id of the assembly unless given')
    .option('--checks', 'also what the findings hang on: other groups, a few votes, chance', false)
    .addOption(
      new Option(
        '--parity <name>',
        'what another tool makes of the same votes, its defects included',
      ).choices(['polis']),
    )
    .option(
      '--math <file>',
      'with --parity: the result that Polis published, math.json, unless it lies in the directory',
    )
    .option('--explain', 'with --parity: why our map differs', false)
    .option('--voices', 'also who is missing and who is loud; for whoever runs the assembly', false)
    .option('--targets <file>', 'CSV or JSON of attribute, group, share: of those affected; with --voices')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: MapFlags) => {
      const unread = unreadFlag(flags)
      if (unread !== null) throw new Ended(BAD_INPUT, unread)
      if (flags.parity !== undefined) return asPolis(source, flags)
      const { head, about, matrix, said, textOf } = await sourceOf(source, flags)
      const map = await drawn(matrix, about.id, flags)
      const voices = flags.voices ? voicesOf(matrix, map, await withTargets(said, flags.targets)) : null
      const checks = flags.checks ? checksOf({ matrix, map, seed: `${flags.seed ?? about.id}/checks` }) : null
      const lines = [
        ...linesOf(about, textOf, map),
        ...(voices === null ? [] : voicesLines(voices, textOf)),
        ...(checks === null ? [] : checkLines(checks, textOf)),
      ]
      const asked = { ...(voices === null ? {} : { voices }), ...(checks === null ? {} : { checks }) }
      print({ ...head, ...map, ...asked }, { json: flags.json, lines })
    })

/** The line about a flag that nothing would read; null where there is none. */
function unreadFlag({ parity, explain, math, voices, targets, checks }: MapFlags): string | null {
  const lone = explain ? '--explain' : math === undefined ? null : '--math'
  if (parity === undefined && lone !== null) return `${lone}: found alone, expected --parity polis with it`
  if (targets !== undefined && !voices) return '--targets: found alone, expected --voices with it'
  const ours = voices ? '--voices' : checks ? '--checks' : null
  if (parity === undefined || ours === null) return null
  return `${ours}: found with --parity, expected it without, as it speaks of our own map`
}

async function asPolis(source: string, flags: MapFlags): Promise<void> {
  const { math, explain, json } = flags
  const listening = await listeningFrom(source, flags)
  const ourMap = () => drawn(matrixOf(listening), listening.assembly.id, flags)
  await printParity({ source, listening, math, explain: explain ? ourMap : null, json })
}

async function drawn(
  matrix: VoteMatrix,
  id: string,
  { reruns, seed, groups, k }: MapFlags,
): Promise<OpinionMap> {
  const threads = threadsFor(matrix.vote.length)
  const steps = drawSteps(
    matrix,
    { reruns, seed: `${seed ?? id}/map`, groups, ...(k === undefined ? {} : { k }) },
    threads,
  )
  const map = withProgress(steps, ({ done, of }) => ({
    doing: 'Drawing the map',
    done: done / Math.max(of, 1),
  }))
  await threads.close()
  return map
}

/** What a map is drawn from, and how it is told. */
interface MapSource {
  readonly matrix: VoteMatrix
  /** What stands before the map in JSON. */
  readonly head: object
  readonly about: { readonly id: string; readonly title: string; readonly notes: readonly string[] }
  readonly textOf: ReadonlyMap<StatementId, string>
  /** What people said about themselves, and what they answered. */
  readonly said: Said
}

type Said = Pick<Listening, 'participants' | 'population' | 'votes'>

/** The targets of a file take the place of those that were recorded. */
async function withTargets(said: Said, file: string | undefined): Promise<Said> {
  if (file === undefined) return said
  return { ...said, population: orEnd(readTargets(basename(file), await fileBytes(file, 'targets'))) }
}

async function sourceOf(source: string, flags: MapFlags): Promise<MapSource> {
  if (await isVotesAlone(source)) return votesAlone(source)
  const listening = await listeningFrom(source, flags)
  const { assembly, notes, statements } = listening
  return {
    matrix: matrixOf(listening),
    head: { assembly, notes },
    about: { id: assembly.id, title: assembly.question, notes: notes.map(({ says }) => says) },
    textOf: new Map(statements.map(({ id, text }) => [id, text])),
    said: listening,
  }
}

async function votesAlone(file: string): Promise<MapSource> {
  const bar = progress()
  const { matrix } = orEnd(
    await readVotes(file, (rows, done) => bar.show(`Reading votes, row ${rows}`, done)),
  )
  bar.done()
  const title = basename(file)
  return {
    matrix,
    head: { file: title },
    about: { id: title, title, notes: [] },
    textOf: new Map(),
    said: { participants: [], population: [], votes: [] },
  }
}

function linesOf(
  { title, notes }: MapSource['about'],
  textOf: MapSource['textOf'],
  map: OpinionMap,
): readonly string[] {
  const { participants, statements: columns, votes } = map.drawnFrom
  return [
    title,
    `${participants} people, ${columns} statements, ${votes} votes are drawn; left out is who answered nothing and what moderators removed`,
    ...notes.map((says) => `note: ${says}`),
    '',
    ...groupLines(map),
    ...bridgingLines(map, textOf),
    ...findingLines(map, textOf),
  ]
}
