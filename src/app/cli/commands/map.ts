import { Command } from 'commander'
import type { Listening } from '../../../listen/index.ts'
import { mapSteps, type OpinionMap } from '../../../map/index.ts'
import { shareText } from '../../../web/words.ts'
import { databaseOption, dataOption, jsonOption, wholeNumber } from '../options.ts'
import { print, withProgress } from '../printing.ts'
import { type DataOptions, listeningFrom } from '../source.ts'
import { findingLines } from './map-findings.ts'

interface MapFlags extends DataOptions {
  readonly json: boolean
  readonly reruns: number
  readonly seed?: string
}

export const mapCommand = () =>
  new Command('map')
    .description('who agrees with whom, and how sure we can be')
    .argument('<source>', 'an export (directory, zip or JSONL) or an assembly')
    .option('--reruns <n>', 'how often it is drawn again with a tenth left out', wholeNumber(0, 1000), 50)
    .option('--seed <text>', 'what chance is drawn from; the id of the assembly unless given')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: MapFlags) => {
      const listening = await listeningFrom(source, flags)
      const { assembly, notes } = listening
      const map = withProgress(
        mapSteps(listening, { reruns: flags.reruns, seed: `${flags.seed ?? assembly.id}/map` }),
        ({ done, of }) => ({
          doing: 'Drawing the map',
          done: done / Math.max(of, 1),
        }),
      )
      print({ assembly, notes, ...map }, { json: flags.json, lines: linesOf(listening, map) })
    })

function linesOf({ assembly, statements, notes }: Listening, map: OpinionMap): readonly string[] {
  const text = new Map(statements.map((statement) => [statement.id, statement.text]))
  const { participants, statements: columns, votes } = map.drawnFrom
  const { grouping } = map
  const { chanceSilhouette, silhouettes } = grouping.evidence
  return [
    assembly.question,
    `${participants} people, ${columns} statements, ${votes} votes are drawn; left out is who answered nothing and what moderators removed`,
    ...notes.map(({ says }) => `note: ${says}`),
    '',
    ...(grouping.kind === 'groups'
      ? grouping.groups.map(
          ({ id, members, holds }) =>
            `group ${id}: ${members} people; it holds together ${shareText(holds)}, ${holds.n} re-runs`,
        )
      : [`no stable groups: ${grouping.because}`]),
    ...silhouettes.map(
      ({ k, silhouette }) =>
        `  ${k} groups: silhouette ${silhouette.toFixed(3)}, by chance ${chanceSilhouette.toFixed(3)}`,
    ),
    ...findingLines(map, text),
  ]
}
