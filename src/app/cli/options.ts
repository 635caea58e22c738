import { InvalidArgumentError, Option } from 'commander'

/** Where data lives unless a command says otherwise. */
const DATA = '.parley/data'

/** Flags that several commands share. */
export const jsonOption = () => new Option('--json', 'write JSON').default(false)

export const dataOption = () => new Option('--data <dir>', 'data directory').default(DATA)

export const databaseOption = () =>
  new Option('--database-url <url>', 'PostgreSQL instead of the embedded database (or DATABASE_URL)')

export const outOption = () => new Option('-o, --out <file>', 'where to write').makeOptionMandatory()

/** A whole number within bounds, or one line that says so. */
export const wholeNumber =
  (from: number, to: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < from || value > to)
      throw new InvalidArgumentError(`expected a whole number from ${from} to ${to}.`)
    return value
  }
