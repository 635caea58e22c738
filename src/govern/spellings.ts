/**
 * The ways a text can be read that a pattern must not miss: as it stands; with look-alike forms folded (Unicode
 * NFKC), quotes and dashes made plain, invisible characters taken out and white space made one blank; without accents; and what stands in it
 * behind JSON escapes or base64, up to two wrappings deep.
 *
 * It closes the common ways to hide a word, not all: letters of another alphabet that look alike, other codes and
 * other languages pass.
 *
 * Shapes: one text -> its distinct readings, the text itself first.
 * Errors: none; what cannot be decoded has no reading behind it.
 * Source: ADR 0026; Unicode Standard Annex 15 (NFKC), property Default_Ignorable_Code_Point.
 *
 * @example
 * spellings('for\u200bbidden').includes('forbidden') // => true
 * spellings('Zm9yYmlkZGVu').includes('forbidden') // => true
 */
export function spellings(text: string): readonly string[] {
  const found = new Set([text])
  let layer: readonly string[] = [text]
  for (let depth = 0; depth <= WRAPPINGS; depth++) {
    const plain = layer.map(folded)
    for (const reading of [...layer, ...plain, ...plain.map(withoutMarks)]) found.add(reading)
    layer = [...layer, ...plain].flatMap(inside).filter((reading) => !found.has(reading))
  }
  return [...found]
}

/**
 * A name as a lenient client may compare it: look-alike forms and case folded, nothing invisible, no blanks around.
 *
 * @example
 * foldedName(' Ｄelete_Record') // => 'delete_record'
 */
export const foldedName = (name: string): string => folded(name).trim().toLowerCase()

/** ADR 0026. */
const WRAPPINGS = 2

const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\s]/gu

const folded = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[‘’‚‛ʼ′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/\s+/g, ' ')

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '')

const inside = (text: string): readonly string[] =>
  [unescaped(text), unwrapped(text)].filter((reading) => reading !== '' && reading !== text)

/** As a JSON reader would take it: arguments of tools arrive as JSON inside a string. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, code: string | undefined, short: string) =>
    code === undefined ? (SHORT_ESCAPES[short] ?? short) : String.fromCharCode(Number.parseInt(code, 16)),
  )

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** What its runs of base64 say, one after the other, where they say UTF-8. */
const unwrapped = (text: string): string =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)].map(([run]) => decoded(run)).join('')

function decoded(run: string): string {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/')
  // One letter more than a multiple of four says nothing; base64 without its end is still read by clients.
  const whole = standard.length % 4 === 1 ? standard.slice(0, -1) : standard
  const text = UTF8.decode(Uint8Array.from(atob(whole), (char) => char.charCodeAt(0)))
  return text.includes('\ufffd') ? '' : text // a word, not base64
}

const UTF8 = new TextDecoder()
