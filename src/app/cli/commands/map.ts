import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { threadsFor } from '../../../io/threads/index.ts'
import { readEarlierGroups } from '../../../listen/index.ts'
import {
  checksOf,
  drawSteps,
  type Engine,
  type GroupChange,
  type GroupingMethod,
  type LastGroups,
  matrixOf,
  namedAfter,
  type OpinionMap,
  singleThread,
  type VoteMatrix,
  voicesOf,
} from '../../../map/index.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { BAD_INPUT, Ended, orEnd } from '../ending.ts'
import { fileBytes } from '../files.ts'
import { databaseOption, dataOption, jsonOption, wholeNumber } from '../options.ts'
import { print, withProgress } from '../printing.ts'
import { type DataOptions, listeningFrom } from '../source.ts'
import { bridgingLines } from './map-bridging.ts'
import { changeLines } from './map-changes.ts'
import { checkLines } from './map-checks.ts'
import { findingLines } from './map-findings.ts'
import { groupLines } from './map-groups.ts'
import { printParity } from './map-parity.ts'
import { type MapSource, sourceOf, withTargets } from './map-source.ts'
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
  readonly before?: string
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
    .option(
      '--seed <text>',
      `what chance is drawn from; unless given the id of the assembly, for votes alone "${USUAL_NEGOTIATION.seed}"`,
    )
    .option(
      '--before <file>',
      'an earlier map, as --json wrote it: groups keep its letters, and what became of them',
    )
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
      const last = flags.before === undefined ? null : await groupsBefore(flags.before, matrix)
      const { map, changes } = named(await drawn(matrix, about.id, flags), last)
      const redraw = (others: VoteMatrix) => drawnWith(singleThread, others, { ...flags, id: about.id })
      const voices = flags.voices
        ? voicesOf({ matrix, map, redraw }, await withTargets(said, flags.targets))
        : null
      const checks = flags.checks ? checksOf({ matrix, map, seed: `${flags.seed ?? about.id}/checks` }) : null
      const lines = [
        ...headLines(about, map),
        ...groupLines(map),
        ...(changes === null ? [] : changeLines(changes)),
        ...bridgingLines(map, textOf),
        ...findingLines(map, textOf),
        ...(voices === null ? [] : voicesLines(voices, textOf)),
        ...(checks === null ? [] : checkLines(checks, textOf)),
      ]
      const asked = Object.entries({ changes, voices, checks }).filter(([, answer]) => answer !== null)
      print({ ...head, ...map, ...Object.fromEntries(asked) }, { json: flags.json, lines })
    })

/** The line about a flag that nothing would read; null where there is none. */
function unreadFlag({ parity, explain, math, voices, targets, checks, before }: MapFlags): string | null {
  const lone = explain ? '--explain' : math === undefined ? null : '--math'
  if (parity === undefined && lone !== null) return `${lone}: found alone, expected --parity polis with it`
  if (targets !== undefined && !voices) return '--targets: found alone, expected --voices with it'
  const ours = voices ? '--voices' : checks ? '--checks' : before === undefined ? null : '--before'
  if (parity === undefined || ours === null) return null
  return `${ours}: found with --parity, expected it without, as it speaks of our own map`
}

/** Who was in which group of the earlier map; it must be of some of these people. */
async function groupsBefore(file: string, { participants }: VoteMatrix): Promise<LastGroups> {
  const name = basename(file)
  const groups = orEnd(readEarlierGroups(name, await fileBytes(file, 'an earlier map, as --json wrote it')))
  if (groups.size === 0 || participants.some((person) => groups.has(person))) return groups
  throw new Ended(BAD_INPUT, `${name}: found nobody of this map in a group, expected an earlier map of it`)
}

/** The map under the names of an earlier one, where there is one. */
function named(
  map: OpinionMap,
  last: LastGroups | null,
): { map: OpinionMap; changes: readonly GroupChange[] | null } {
  return last === null ? { map, changes: null } : namedAfter(last, map)
}

async function asPolis(source: string, flags: MapFlags): Promise<void> {
  const { math, explain, json } = flags
  const listening = await listeningFrom(source, flags)
  const ourMap = () => drawn(matrixOf(listening), listening.assembly.id, flags)
  await printParity({ source, listening, math, explain: explain ? ourMap : null, json })
}

async function drawn(matrix: VoteMatrix, id: string, flags: MapFlags): Promise<OpinionMap> {
  const threads = threadsFor(matrix.vote.length)
  const map = drawnWith(threads, matrix, { ...flags, id })
  await threads.close()
  return map
}

const drawnWith = (
  engine: Engine,
  matrix: VoteMatrix,
  { id, reruns, seed, groups, k }: MapFlags & { readonly id: string },
): OpinionMap =>
  withProgress(
    drawSteps(matrix, { reruns, seed: `${seed ?? id}/map`, groups, k: k ?? null }, engine),
    ({ done, of }) => ({ doing: 'Drawing the map', done: done / Math.max(of, 1) }),
  )

function headLines({ title, notes }: MapSource['about'], { drawnFrom }: OpinionMap): readonly string[] {
  const { participants, statements, votes } = drawnFrom
  return [
    title,
    `${participants} people, ${statements} statements, ${votes} votes are drawn; left out is who answered nothing and what moderators removed`,
    ...notes.map((says) => `note: ${says}`),
    '',
  ]
}
