/** How an exact call is put before a person: nothing is left out, nothing is hidden, line breaks are added. */

/**
 * JSON on lines of its own. Only spaces and line breaks are added, and none inside a text; what is no JSON, or has
 * line breaks already, stays as it is.
 *
 * @example
 * laidOut('{"a":1,"b":[]}') // => '{\n  "a":1,\n  "b":[]\n}'
 * laidOut('{"a":1') // => '{"a":1'
 */
export function laidOut(json: string): string {
  if (!isJson(json) || json.includes('\n')) return json
  let depth = 0
  return tokensOf(json)
    .map((token, at, tokens) => {
      if (/^[{[]$/.test(token)) {
        if (isEmptyAfter(tokens, at)) return token
        depth += 1
        return `${token}${lineAt(depth)}`
      }
      if (/^[}\]]$/.test(token)) {
        if (isEmptyBefore(tokens, at)) return token
        depth -= 1
        return `${lineAt(depth)}${token}`
      }
      return token === ',' ? `${token}${lineAt(depth)}` : token
    })
    .join('')
}

/** Texts whole, every other character alone. */
const tokensOf = (json: string): readonly string[] => json.match(/"(?:[^"\\]|\\.)*"|[\s\S]/gu) ?? []

const lineAt = (depth: number): string => `\n${'  '.repeat(depth)}`

const isEmptyAfter = (tokens: readonly string[], at: number): boolean =>
  /^[}\]]/.test(tokens.slice(at + 1, at + 2).join(''))

const isEmptyBefore = (tokens: readonly string[], at: number): boolean => /^[{[]$/.test(tokens[at - 1] ?? '')

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A piece of text as it stands, or a character that cannot be seen, by its number. */
export type Piece =
  | { readonly kind: 'seen'; readonly text: string }
  | { readonly kind: 'unseen'; readonly code: string }

/**
 * Characters without a shape of their own, such as those that turn the direction of what follows, are shown by number:
 * a person approves what is there, not what it looks like.
 *
 * @example
 * piecesOf('a\u202eb') // => [{ kind: 'seen', text: 'a' }, { kind: 'unseen', code: 'U+202E' }, { kind: 'seen', text: 'b' }]
 */
export const piecesOf = (text: string): readonly Piece[] =>
  text
    .split(UNSEEN)
    .filter((part) => part !== '')
    .map((part) =>
      UNSEEN.test(part) ? { kind: 'unseen', code: codeOf(part) } : { kind: 'seen', text: part },
    )

// Control, format, unassigned and ignorable characters, separators, and every blank but the space itself.
const UNSEEN = /((?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs})/u

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
