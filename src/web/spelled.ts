/**
 * A small number as a word, a larger one in digits: titles are read, not calculated.
 *
 * @example
 * [spelled(3), spelled(12), spelled(13)] // => ['three', 'twelve', '13']
 */
export const spelled = (count: number): string => WORDS[count] ?? String(count)

/**
 * The first letter made large, where a sentence begins.
 *
 * @example
 * capital(spelled(4)) // => 'Four'
 */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
