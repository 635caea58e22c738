import { type Parsed, problemLine } from '../../kernel/index.ts'

export const FINDING = 1
export const BAD_INPUT = 2

/** How a command ends when it does not end well: a code, and one line unless it has said everything. */
export class Ended extends Error {
  override readonly name = 'Ended'
  readonly code: number

  constructor(code: number, line = '') {
    super(line)
    this.code = code
  }
}

/** The value, or the end of the command with the one line that says what is wrong. */
export function orEnd<T>(outcome: Parsed<T>): T {
  if (outcome.kind === 'parsed') return outcome.value
  throw new Ended(BAD_INPUT, problemLine(outcome.problem))
}
