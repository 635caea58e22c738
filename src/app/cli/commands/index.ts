import type { Command } from 'commander'

/** Every command, one line each, by the name it is called with. What a command needs is loaded when it is called. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve.ts')).serveCommand()],
  ['import', async () => (await import('./import.ts')).importCommand()],
  ['map', async () => (await import('./map.ts')).mapCommand()],
  ['votes', async () => (await import('./votes.ts')).votesCommand()],
  ['negotiate', async () => (await import('./negotiate.ts')).negotiateCommand()],
  ['mediate', async () => (await import('./mediate.ts')).mediateCommand()],
  ['charter', async () => (await import('./charter.ts')).charterCommand()],
  ['learn', async () => (await import('./learn.ts')).learnCommand()],
  ['audit', async () => (await import('./audit.ts')).auditCommand()],
  ['report', async () => (await import('./report.ts')).reportCommand()],
  ['ledger', async () => (await import('./ledger.ts')).ledgerCommand()],
  ['bench', async () => (await import('./bench.ts')).benchCommand()],
])
