import {
  Document,
  isMap,
  isPair,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { type Parsed, parsed, quoted, refused } from '../kernel/index.ts'
import { type Charter, charterSchema } from './schema.ts'
import { yamlObstacle } from './yaml-guard.ts'
import { inRows } from './yaml-row.ts'

/**
 * A charter read from its file, whole or not at all.
 *
 * The file is plain YAML 1.2: `no` and `2026-11-21` are text, `40` is a number, and what a charter does not need
 * (anchors, tags, a second document, the same key twice) is refused rather than interpreted.
 *
 * Errors: one problem that names the file, the line, the path, what stood there and what was expected.
 *
 * @example
 * parseCharter('schema: parley-charter/2', 'x.charter.yaml').problem.expected // => '"parley-charter/1"'
 */
export function parseCharter(text: string, fileName: string): Parsed<Charter> {
  const at = (line: number, path = '') => `${fileName}, line ${line}${path === '' ? '' : `, ${path}`}`
  const obstacle = yamlObstacle(text)
  if (obstacle) {
    const { line, ...finding } = obstacle
    return refused({ place: at(line), ...finding })
  }

  const lines = new LineCounter()
  const document = parseDocument(text, { ...READING, lineCounter: lines })
  const lineOf = (node: unknown): number => lines.linePos(startOf(node) ?? 0).line || 1
  const error = document.errors[0]
  if (error)
    return refused({
      place: at(lines.linePos(error.pos[0]).line),
      found: `broken YAML (${error.message})`,
      expected: 'a document that YAML 1.2 can read',
    })
  const key = keyTakenTwice(document)
  if (key)
    return refused({
      place: at(lineOf(key)),
      found: `the key ${quoted(String(key))}`,
      expected: 'each key once, and no key called "__proto__"',
    })

  const raw: unknown = document.toJS()
  const checked = charterSchema.safeParse(raw)
  if (checked.success) return parsed(checked.data)
  const issue = deepest(checked.error.issues[0] as z.core.$ZodIssue)
  return refused({
    place: at(lineOf(nearest(document, issue.path)), pathText(issue.path)),
    ...findingOf(issue, valueAt(raw, issue.path)),
  })
}

/**
 * The file of a charter: fixed key order, one spelling for one charter, a heading for each part.
 *
 * Errors: throws when the value is no charter; that is a programmer's mistake.
 */
export function printCharter(charter: Charter): string {
  // Parsing puts every key in the order of the schema.
  const document = new Document(charterSchema.parse(charter), {
    version: '1.2',
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  })
  document.commentBefore = HEAD
  visit(document, {
    Map: (_, map) => {
      if (ON_ONE_LINE.some((keys) => keys.every((key) => map.has(key)))) map.flow = true
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && UNSEEN.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'
    },
    Pair: (_, pair, path) => {
      const key = pair.key as Scalar<string>
      if (IN_ROWS.has(key.value) && isSeq(pair.value)) inRows(pair.value)
      const heading = path.length === 2 ? HEADINGS[key.value] : undefined
      if (heading === undefined) return
      key.commentBefore = ` ${heading}`
      key.spaceBefore = true
    },
  })
  return document.toString({ lineWidth: 120, minContentWidth: 60 }).replace(HIDDEN, escaped)
}

// Text that a reader cannot see whole (breaks, control characters, spaces at the ends) stands in quotes; block
// text, which would show it, loses some of it (a line of one space).
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|^\s|\s$/u
// Characters that turn the reading order or show nothing are written out. Only quoted text holds them, after UNSEEN.
// Joiners and emoji presentation stay: words are misspelt without them.
const HIDDEN = /[\u0080-\u009f\p{Zl}\p{Zp}]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu
const escaped = (character: string): string => {
  const code = (character.codePointAt(0) as number).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}

const READING = {
  version: '1.2',
  schema: 'core',
  strict: true,
  stringKeys: true,
  // Its own search for doubles compares every key with every other.
  uniqueKeys: false,
  // It draws a picture for each error of a file; one is wanted.
  prettyErrors: false,
} as const

const HEAD = [
  ' A Parley charter: what was decided, by whom, why, who gains, who loses, who dissents, what is unknown.',
  ' Check it, in a clone of Parley:  npx parley charter check FILE',
  ' Shares are of 1; an interval is { estimate, low, high, n answers, method, level }.',
].join('\n')

// What reads as one figure: an interval, a strength, a count of answers, a count of wishes.
const ON_ONE_LINE = [['estimate'], ['theta'], ['question', 'people'], ['endorse']]

// Lists of ids and names; what people said keeps a line of its own.
const IN_ROWS: ReadonlySet<string> = new Set([
  'otherRules',
  'candidates',
  'slate',
  'claims',
  'benefits',
  'burdens',
  'notShown',
  'seatedBy',
  'leftOutBy',
  'statements',
  'tools',
  'reversible',
  'irreversible',
])

const HEADINGS: Readonly<Record<string, string>> = {
  decided: 'Who decided what binds, and why it is there.',
  assembly: 'Who was heard.',
  method: 'How it was counted.',
  certificates: 'What is proved of each slate; `parley charter verify` counts it again.',
  ratificationPlan: 'What it takes to put this charter in force.',
  principles: 'Floors bind for all. Dials are set by each person, within bounds.',
  rulings: 'Where one value gives way to another.',
  contested: 'Not settled: the status quo stays until the review.',
  cycles: 'Rulings that lead round in a circle.',
  cannotHonour: 'What no deployed system can meet.',
  unknowns: 'What nobody knows yet.',
  tools: 'What the assistant may call.',
  seal: 'What became of exactly this content.',
}

/** The first key that its map already holds, or that would reach into the language. */
function keyTakenTwice(document: Document.Parsed): Node | null {
  let twice: Node | null = null
  visit(document, {
    Map: (_, map) => {
      const taken = new Set(['__proto__'])
      for (const { key } of map.items) {
        if (taken.has(String(key))) {
          twice = key as Node
          return visit.BREAK
        }
        taken.add(String(key))
      }
      return undefined
    },
  })
  return twice
}

type Path = readonly PropertyKey[]

/** The node at a path, or the closest one that exists above it. */
function nearest(document: Document.Parsed, path: Path): unknown {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const own = isMap(parent)
      ? parent.items.find((pair) => isPair(pair) && String(pair.key) === path[length - 1])
      : null
    if (own) return own.key
    const node = document.getIn(path.slice(0, length), true)
    if (node !== undefined) return node
  }
  return document.contents
}

const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0]

/** Inside a union, the complaint of the alternative that went furthest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
  return inner === undefined ? issue : deepest({ ...inner, path: [...issue.path, ...inner.path] })
}

function findingOf(issue: z.core.$ZodIssue, value: unknown): { found: string; expected: string } {
  if (issue.code === 'unrecognized_keys')
    return { found: `the key ${quoted(issue.keys[0] ?? '')}`, expected: 'only keys of the schema' }
  return { found: shown(value), expected: expectedBy(issue, value) }
}

function expectedBy(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'string' && value !== undefined
      ? 'text; put it in quotes'
      : (TYPES[issue.expected] ?? issue.expected)
  if (issue.code === 'invalid_value') return issue.values.map((one) => JSON.stringify(one)).join(' or ')
  if (issue.code === 'too_small') return issue.origin === 'number' ? `at least ${issue.minimum}` : 'something'
  if (issue.code === 'too_big') return `at most ${issue.maximum}`
  if (issue.code === 'invalid_format') return 'sha256: and 64 hexadecimal digits'
  if (issue.code === 'invalid_union') return 'one of the kinds that the schema names'
  return issue.message
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  return typeof value === 'string' ? quoted(value) : String(value)
}

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw)

const pathText = (path: Path): string =>
  path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('')
