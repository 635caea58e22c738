import { Lexer } from 'yaml'
import { quoted } from '../kernel/index.ts'

/** What stands in the way of reading a text as one plain YAML document. */
export interface YamlObstacle {
  readonly line: number
  readonly found: string
  readonly expected: string
}

/** Longer than any charter, short enough to read at once: ADR 0017. */
const MOST_CHARACTERS = 4_000_000
/** A charter nests seven deep; a parser that recurses can be killed by some thousands: ADR 0017. */
const MOST_BRACKETS = 16
const MOST_INDENT = 64

/**
 * The first thing in a text that a charter may not use, seen before any parser recurses into it: anchors, aliases,
 * tags, directives, a second document, explicit keys, deep nesting, too much of anything. Null when there is none.
 *
 * @example
 * yamlObstacle('a: &x 1\nb: *x')?.found // => 'the anchor "&x"'
 * yamlObstacle('a: "&x"') // => null
 */
export function yamlObstacle(text: string): YamlObstacle | null {
  if (text.length > MOST_CHARACTERS)
    return {
      line: 1,
      found: `${text.length} characters`,
      expected: `at most ${MOST_CHARACTERS}`,
    }
  const at = { line: 1, depth: 0, brackets: 0 }
  let [lineBegins, started, content] = [true, false, false]
  for (const token of new Lexer().lex(text)) {
    if (!content) {
      const obstacle = obstacleAt(token) ?? (token === '---' && started ? SECOND_DOCUMENT : null)
      if (obstacle) return { line: at.line, ...obstacle }
      at.brackets += OPENS.has(token) ? 1 : CLOSES.has(token) ? -1 : 0
      // A block nests no deeper than the columns before it, and between two breaks or commas no deeper than its
      // dashes and colons.
      if (PARTS.has(token)) at.depth = 0
      at.depth += NESTS.has(token) ? 1 : lineBegins && SPACES.test(token) ? token.length : 0
    }
    if (at.brackets > MOST_BRACKETS || at.depth > MOST_INDENT) return { line: at.line, ...TOO_DEEP }
    started ||= content || !BETWEEN.test(token)
    content = !content && token === SCALAR
    const breaks = token.split('\n').length - 1
    lineBegins = breaks > 0
    at.line += breaks
    if (breaks > 0 && at.brackets === 0) at.depth = 0
  }
  return null
}

// The lexer announces plain and block text with this mark; what follows it is content, whatever it looks like.
const SCALAR = '\u001f'
const BETWEEN = /^([\s\p{Cc}\ufeff]*|#.*|---)$/u
const SPACES = /^ +$/
const PARTS: ReadonlySet<string> = new Set(['[', '{', ']', '}', ','])
const NESTS: ReadonlySet<string> = new Set(['-', ':'])
const OPENS: ReadonlySet<string> = new Set(['[', '{'])
const CLOSES: ReadonlySet<string> = new Set([']', '}'])

const SECOND_DOCUMENT = { found: 'a second document', expected: 'one charter in one file' }
const TOO_DEEP = { found: 'values nested too deeply', expected: 'the nesting of a charter' }

function obstacleAt(token: string): Omit<YamlObstacle, 'line'> | null {
  if (token.startsWith('&')) return { found: `the anchor ${quoted(token)}`, expected: 'no anchors' }
  if (token.startsWith('*')) return { found: `the alias ${quoted(token)}`, expected: 'the value itself' }
  if (token.startsWith('!')) return { found: `the tag ${quoted(token)}`, expected: 'no tags' }
  if (token.startsWith('%')) return { found: `the directive ${quoted(token)}`, expected: 'plain YAML 1.2' }
  if (token === '?') return { found: 'an explicit key, "?"', expected: 'key: value' }
  return null
}
