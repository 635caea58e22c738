import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { problemLine } from '../../kernel/index.ts'
import { openLedger } from './open-ledger.ts'

/** A process with eight clients that record without a pause and say aloud what was acknowledged, until it is killed. */
const [dir = '', round = ''] = process.argv.slice(2)
const ledger = await openLedger(dir, {
  origin: 'parley.example/test',
  now: () => new Date(),
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
})
if (ledger.kind === 'refused') throw new Error(problemLine(ledger.problem))

const client = async (name: string): Promise<void> => {
  for (let count = 0; ; count++) {
    const said = `${round} ${name} ${count}`
    const [appended] = await ledger.value.append([{ type: 'vote', content: { said } }])
    writeSync(1, `${appended?.index} ${said}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, (_, number) => client(`c${number}`)))
