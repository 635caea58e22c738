import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { COMMANDS } from './commands/index.ts'
import { BAD_INPUT, Ended } from './ending.ts'

/** The program with the command that is called, or with every command there is where none of them is. */
export async function program(called: string | undefined): Promise<Command> {
  const parley = new Command('parley')
    .description('Settle, in the open, whose values an AI follows, and hold the AI to it.')
    .version(version(), '--version', 'say which version this is')
    // A flag belongs to the command it follows: `audit` and `audit export` both know --json.
    .enablePositionalOptions()
  const one = COMMANDS.get(called ?? '')
  for (const load of one === undefined ? COMMANDS.values() : [one]) parley.addCommand(await load())
  return neverExiting(parley)
}

function version(): string {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}

/**
 * The command line, whole. Returns the exit code: 0 success, 1 a finding or a failed check, 2 bad input.
 *
 * Bad input is one line on standard error; what a command reports goes to standard output.
 */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.off('error', unlessNobodyReads).on('error', unlessNobodyReads)
  try {
    await (await program(args[0])).parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return codeOf(error)
  }
}

/** Whoever reads what is printed may stop early (`| head`): that is no fault, and what is under way is finished. */
function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** A wrong flag throws, and does not end the process on its own. */
function neverExiting(command: Command): Command {
  // A guess at what was meant would be a second line.
  command.exitOverride().showSuggestionAfterError(false)
  for (const child of command.commands) neverExiting(child)
  return command
}

function codeOf(error: unknown): number {
  if (error instanceof Ended) {
    if (error.message !== '') process.stderr.write(`parley: ${error.message}\n`)
    return error.code
  }
  // Commander has said what was wrong; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT
  const line = machineLine(error)
  if (line !== null) {
    process.stderr.write(`parley: ${line}\n`)
    return BAD_INPUT
  }
  process.stderr.write(`parley: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}

/** What disk, network or database refused, in one line; null for faults of our own. */
function machineLine(error: unknown): string | null {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  if (typeof code !== 'string' || typeof message !== 'string') return null
  // POSIX errors, addresses that are none, and PostgreSQL's own for a wrong name, password or missing database.
  return /^E[A-Z]{2,}$|^ERR_INVALID_URL$|^28|^3D000$/.test(code) ? (message.split('\n')[0] ?? message) : null
}
