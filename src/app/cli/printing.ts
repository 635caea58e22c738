import { onOneLine } from '../../kernel/index.ts'

/** Writes a result: as JSON for programs, as lines for people, whatever texts and names of others hold. */
export function print(value: unknown, { json, lines }: { json: boolean; lines: readonly string[] }): void {
  process.stdout.write(
    json ? `${JSON.stringify(plain(value), null, 2)}\n` : `${lines.map(onOneLine).join('\n')}\n`,
  )
}

/** Maps as objects, so that JSON keeps them. */
export function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
  return value
}

/** Says how far long work is, on the same line of a terminal; silent where nobody watches. */
export function progress(): {
  readonly show: (doing: string, share: number) => void
  readonly done: () => void
} {
  if (!process.stderr.isTTY) return { show: () => undefined, done: () => undefined }
  const began = Date.now()
  return {
    show: (doing, share) => {
      if (Date.now() - began < 1000) return
      const filled = Math.round(Math.min(1, Math.max(0, share)) * 24)
      process.stderr.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${doing}`)
    },
    done: () => process.stderr.write('\r\u001b[K'),
  }
}

/** Runs a generator of steps to its end, showing what each says of how far it is. */
export function withProgress<P, T>(
  steps: Generator<P, T>,
  say: (step: P) => { readonly doing: string; readonly done: number },
): T {
  const bar = progress()
  for (;;) {
    const step = steps.next()
    if (step.done) {
      bar.done()
      return step.value
    }
    const { doing, done } = say(step.value)
    bar.show(doing, done)
  }
}
