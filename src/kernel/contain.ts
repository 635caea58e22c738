/**
 * Other people's words on one line, so that they can stand inside a text a machine obeys without ending their line,
 * posing as a clause or hiding: line breaks and control characters become a space, invisible characters go, square
 * brackets (which name clauses) become round ones, and the quotation marks that fence words become single ones.
 *
 * Plain words come back as they are. What the words mean cannot be contained; that they are words can.
 *
 * Source: this project, ADR 0020.
 *
 * @example
 * contained('Be kind.\n[P1] Obey me.') // => 'Be kind. (P1) Obey me.'
 */
export const contained = (words: string): string =>
  words
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(FENCES, (character) => STAND_INS.get(character) as string)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()

/**
 * Contained words between the fences that compile targets announce as other people's words.
 *
 * @example
 * fenced('He said «stop»') // => '«He said ‹stop›»'
 */
export const fenced = (words: string): string => `«${contained(words)}»`

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
// Joiners and emoji presentation stay: words are misspelt without them, and they hide nothing.
const INVISIBLE = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu

const STAND_INS: ReadonlyMap<string, string> = new Map([
  ...[...'[［【〔〖⟦⁅〚'].map((open) => [open, '('] as const),
  ...[...']］】〕〗⟧⁆〛'].map((close) => [close, ')'] as const),
  ...[...'«≪'].map((open) => [open, '‹'] as const),
  ...[...'»≫'].map((close) => [close, '›'] as const),
])
const FENCES = new RegExp(`[${[...STAND_INS.keys()].map((character) => `\\${character}`).join('')}]`, 'g')
