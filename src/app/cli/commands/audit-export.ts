import { Command } from 'commander'
import { readFiles } from '../../../io/files.ts'
import { readPolisParts } from '../../../listen/index.ts'
import { type PublishedAudit, type PublishedFinding, publishedAudit } from '../../../map/index.ts'
import { Ended, FINDING, orEnd } from '../ending.ts'
import { jsonOption } from '../options.ts'
import { print } from '../printing.ts'

interface ExportFlags {
  readonly seed: string
  readonly json: boolean
}

export const auditExportCommand = () =>
  new Command('export')
    .description('recompute what a published export claims; ends with 1 when something contradicts')
    .argument('<path>', 'a Polis export: a directory or a zip')
    .option('--seed <text>', 'what chance is drawn from', 'audit')
    .addOption(jsonOption())
    .action(async (path: string, flags: ExportFlags) => {
      const parts = orEnd(readPolisParts(orEnd(await readFiles(path))))
      const audit = publishedAudit(parts, flags)
      print(audit, { json: flags.json, lines: linesOf(audit) })
      if (audit.findings.some(({ kind }) => kind === 'contradicts')) throw new Ended(FINDING)
    })

function linesOf({ findings }: PublishedAudit): readonly string[] {
  const count = (kind: PublishedFinding['kind']) => findings.filter((one) => one.kind === kind).length
  return [
    'We recomputed what this export says from its own votes, everything joined by id.',
    'Where something differs it may help to look again; how it came about, whoever made the files knows best.',
    ...findings.flatMap((finding) => ['', ...findingLines(finding)]),
    '',
    `In all: ${count('contradicts')} contradicting, ${count('agrees')} agreeing, ${count('cannot-be-told')} that cannot be told.`,
  ]
}

const KINDS: Readonly<Record<PublishedFinding['kind'], string>> = {
  agrees: 'agrees',
  contradicts: 'contradicts',
  'cannot-be-told': 'cannot be told',
}

function findingLines(finding: PublishedFinding): readonly string[] {
  const lines = [
    `${KINDS[finding.kind]}: ${finding.check}`,
    `  claimed      ${finding.claimed}`,
    `  recomputed   ${finding.recomputed}`,
  ]
  if (finding.kind === 'agrees') return lines
  const settles = `  would settle ${finding.settles}`
  if (finding.kind === 'cannot-be-told') return [...lines, settles]
  const { count, of, example, cause } = finding
  return [
    ...lines,
    `  how many     ${count} of ${of}`,
    `  for example  ${example}`,
    `  likely cause ${cause}`,
    settles,
  ]
}
