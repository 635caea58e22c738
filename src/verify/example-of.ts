import { matches } from '../kernel/index.ts'

/**
 * A short text that the pattern matches, or null where none was found. Probes say it to bring a rule into play, and
 * their planted actors say it to break one.
 *
 * It reads the common part of RE2's syntax, takes the first branch and the fewest repetitions, and keeps only what the
 * engine itself then matches.
 *
 * @example
 * exampleOf('\\btake \\d{2,} ?(mg|pills)\\b') // => 'take 11mg'
 * exampleOf('a\\bb') // => null
 */
export function exampleOf(pattern: string): string | null {
  const texts = STYLES.map((style) => alternatives({ source: pattern, at: 0, ...style }).text)
  return texts.find((text) => text !== '' && matches(pattern, [text]) === true) ?? null
}

/** Nothing where nothing is needed; then blanks, which is what stands between words. */
const STYLES = [
  { any: 'x', optional: 0 },
  { any: ' ', optional: 1 },
]

/** Where reading stands, and how it fills what is open. */
interface Place {
  readonly source: string
  readonly at: number
  /** What a dot is. */
  readonly any: string
  /** How often something optional comes. */
  readonly optional: number
}

interface Read {
  readonly text: string
  readonly at: number
}

function alternatives(place: Place): Read {
  const first = sequence(place)
  let { at } = first
  while (place.source[at] === '|') at = sequence({ ...place, at: at + 1 }).at
  return { text: first.text, at }
}

function sequence(place: Place): Read {
  const { source } = place
  let { at } = place
  let text = ''
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const one = atom({ ...place, at })
    const { fewest, length } = repetition(source.slice(one.at), place.optional)
    text += one.text.repeat(fewest)
    at = one.at + length
  }
  return { text, at }
}

function repetition(rest: string, optional: number): { readonly fewest: number; readonly length: number } {
  const [whole, sign, count] = /^(?:([*?+])|\{(\d+)(?:,\d*)?\})\??/.exec(rest) ?? ['']
  if (count !== undefined) return { fewest: Math.min(Number(count), MOST), length: whole.length }
  return { fewest: sign === '*' || sign === '?' ? optional : 1, length: whole.length }
}

/** An example stays short; a pattern that needs more is left without one. */
const MOST = 200

function atom(place: Place): Read {
  const { source, at, any } = place
  const char = source[at] ?? ''
  if (char === '(') return group(place)
  if (char === '[') return bracket(place)
  if (char === '\\') return escaped(place)
  return { text: char === '^' || char === '$' ? '' : char === '.' ? any : char, at: at + 1 }
}

function group(place: Place): Read {
  const { source, at } = place
  const flags = /^\(\?[a-zA-Z-]+\)/.exec(source.slice(at))
  if (flags !== null) return { text: '', at: at + flags[0].length }
  const [head] = /^\((?:\?(?:[a-zA-Z-]*:|P?<[^>]*>))?/.exec(source.slice(at)) ?? ['(']
  const inner = alternatives({ ...place, at: at + head.length })
  return { text: inner.text, at: inner.at + 1 }
}

function bracket({ source, at }: Place): Read {
  const [whole] = /^\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\]/s.exec(source.slice(at)) ?? [source.slice(at)]
  const fits = CANDIDATES.find((candidate) => matches(`^${whole}$`, [candidate]) === true)
  return { text: fits ?? '', at: at + whole.length }
}

/** Plain letters first, so that an example reads like words. */
const CANDIDATES = [...'aex15 -AZ.,:;!?\'"/+*=@#%&_<>()[]{}|\\^$~`éüßñżжאع中\n\t'].concat(
  Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code)),
)

function escaped({ source, at }: Place): Read {
  const rest = source.slice(at)
  const [quoted, literal] = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest) ?? []
  if (quoted !== undefined) return { text: literal ?? '', at: at + quoted.length }
  const [coded, long, short] = /^\\x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/.exec(rest) ?? []
  if (coded !== undefined)
    return { text: String.fromCodePoint(Number.parseInt(long ?? short ?? '78', 16)), at: at + coded.length }
  const [property] = /^\\[pP](?:\{[^}]*\}|.)/.exec(rest) ?? []
  if (property !== undefined)
    return {
      text: CANDIDATES.find((each) => matches(`^${property}$`, [each]) === true) ?? '',
      at: at + property.length,
    }
  const char = rest[1] ?? ''
  return { text: CLASSES[char] ?? char, at: at + 2 }
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '1',
  D: 'x',
  w: 'a',
  W: ' ',
  s: ' ',
  S: 'x',
  b: '',
  B: '',
  A: '',
  z: '',
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
}
