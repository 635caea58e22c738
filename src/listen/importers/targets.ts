import { z } from 'zod'
import { type Parsed, type Problem, parsed, quoted, refused } from '../../kernel/index.ts'
import type { PopulationShare } from '../listening.ts'
import { share, words } from '../schema-words.ts'
import { problemOf } from '../zod-problem.ts'
import { jsonIn } from './json-file.ts'
import { text } from './polis-cells.ts'
import { type TextFile, textFiles } from './text-file.ts'
import { column, columnOr, type Kind, readTyped } from './typed-table.ts'

/**
 * Targets from a file: what share of those affected are in which declared group.
 *
 * A CSV file has the columns attribute, group, share and, if it likes, source; a JSON file is a list of objects with
 * the same names. Shares are of 1.
 *
 * Errors: refused at the first cell that is wrong, where a group stands twice, and where the shares of an attribute
 * are more than everybody.
 */
export function readTargets(name: string, content: Uint8Array): Parsed<readonly PopulationShare[]> {
  const files = textFiles(new Map([[name, content]]), [name])
  if (files.kind === 'refused') return files
  const file = files.value[0]!
  const read = name.toLowerCase().endsWith('.json') ? readJson(file) : readCsv(file)
  if (read.kind === 'refused') return read
  const problem = problemIn(name, read.value)
  return problem === null ? read : refused(problem)
}

const filled: Kind<string> = {
  expected: 'a text that is not empty',
  read: (cell) => (cell.trim() === '' ? undefined : text.read(cell.trim())),
}

const shareOf: Kind<number> = {
  expected: 'a share of 0 to 1 such as 0.14',
  read: (cell) => (/^(0|1|[01]?\.\d+)$/.test(cell.trim()) && Number(cell) <= 1 ? Number(cell) : undefined),
}

function readCsv(file: TextFile): Parsed<readonly PopulationShare[]> {
  const targets: PopulationShare[] = []
  const columns = {
    attribute: column('attribute', filled),
    value: column('group', filled),
    share: column('share', shareOf),
    source: columnOr('source', filled, file.name, ''),
  }
  const read = readTyped(file, columns, () => (target) => {
    targets.push(target)
    return null
  })
  return read.kind === 'refused' ? read : parsed(targets)
}

const listed = z.array(
  z.strictObject({ attribute: words, group: words, share, source: words.optional() }),
  'a list of objects with attribute, group and share',
)

function readJson(file: TextFile): Parsed<readonly PopulationShare[]> {
  const json = jsonIn(file)
  if (json.kind === 'refused') return json
  const { data, error } = listed.safeParse(json.value)
  if (error !== undefined) return refused(problemOf(error, json.value, file.name))
  return parsed(
    data.map(({ group, source, ...target }) => ({ ...target, value: group, source: source ?? file.name })),
  )
}

function problemIn(name: string, targets: readonly PopulationShare[]): Problem | null {
  const seen = new Set<string>()
  const sums = new Map<string, number>()
  for (const { attribute, value, share } of targets) {
    const key = JSON.stringify([attribute, value])
    if (seen.has(key))
      return {
        place: name,
        found: `${quoted(attribute)} ${quoted(value)} twice`,
        expected: 'each group once',
      }
    seen.add(key)
    sums.set(attribute, (sums.get(attribute) ?? 0) + share)
  }
  const over = [...sums].find(([, sum]) => sum > 1 + ROUNDING)
  if (over === undefined)
    return targets.length > 0 ? null : { place: name, found: 'no rows', expected: 'targets' }
  const [attribute, sum] = over
  return {
    place: name,
    found: `shares of ${quoted(attribute)} that sum to ${Number(sum.toFixed(4))}`,
    expected: 'at most 1',
  }
}

/** Published shares are rounded; a dozen rounded to a tenth of a per cent may be this much over. */
const ROUNDING = 0.01
