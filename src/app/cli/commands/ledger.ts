import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { Bytes } from '../../../kernel/index.ts'
import { verifyLedger, verifyReceipt } from '../../../kernel/ledger/index.ts'
import { Ended, FINDING } from '../ending.ts'
import { fileBytes } from '../files.ts'
import { jsonOption } from '../options.ts'
import { print } from '../printing.ts'

interface VerifyFlags {
  readonly checkpoint?: string
  readonly key?: string
  readonly ledger?: string
  readonly json: boolean
}

interface Seen {
  readonly verdict: { readonly kind: 'sound' | 'unsound' | 'unknown' }
  readonly lines: readonly string[]
}

export const ledgerCommand = () =>
  new Command('ledger').description('the record of what happened').addCommand(
    new Command('verify')
      .description('check a record, or a receipt from one: that nothing was changed or dropped')
      .argument('<file>', 'a .ledger file or a receipt')
      .option('--checkpoint <file>', 'a signed checkpoint from somewhere else')
      .option('--key <vkey>', 'the log’s public key, learnt from somewhere else')
      .option('--ledger <file>', 'for a receipt: a copy of the record to hold it against')
      .addOption(jsonOption())
      .action(async (file: string, flags: VerifyFlags) => {
        const bytes = await fileBytes(file, 'a record or a receipt')
        const { verdict, lines } = isReceipt(bytes)
          ? await receipt(bytes, flags)
          : await record(file, bytes, flags)
        print(verdict, { json: flags.json, lines })
        if (verdict.kind !== 'sound') throw new Ended(FINDING)
      }),
  )

/** A receipt is JSON; a record begins with the name of its format. */
const isReceipt = (bytes: Bytes): boolean => bytes[0] === '{'.charCodeAt(0)

async function record(file: string, bytes: Bytes, flags: VerifyFlags): Promise<Seen> {
  const beside = file.replace(/\.ledger$/, '.checkpoint')
  const signed = flags.checkpoint ?? (beside !== file && existsSync(beside) ? beside : null)
  const checkpoint = signed === null ? null : await fileBytes(signed, 'a checkpoint')
  const verdict = verifyLedger(bytes, { checkpoint, vkey: flags.key ?? null })
  if (verdict.kind === 'unknown') return { verdict, lines: [`unknown: ${verdict.because}`] }
  if (verdict.kind === 'unsound') {
    const lines = verdict.problems.map(
      (problem) => `unsound: ${problem.file}, line ${problem.line}: ${problem.says}`,
    )
    return { verdict, lines }
  }
  const whole = `sound: ${verdict.entries} entries of ${verdict.origin}, none changed, none missing before the signed checkpoint`
  return { verdict, lines: [whole, `root ${verdict.root}`, ...ownKey(verdict.key)] }
}

async function receipt(bytes: Bytes, { key, ledger }: VerifyFlags): Promise<Seen> {
  const copy = ledger === undefined ? null : await fileBytes(ledger, 'a record')
  const verdict = verifyReceipt(new TextDecoder().decode(bytes), { vkey: key ?? null, ledger: copy })
  if (verdict.kind === 'unsound') return { verdict, lines: [`unsound: ${verdict.because}`] }
  const { index, entry } = verdict.receipt
  return {
    verdict,
    lines: [
      `sound: entry ${index} ("${entry.type}", ${entry.time}) is in the record of ${verdict.size} entries`,
      'It shows that this was recorded. Whether it is the answer that counts, only the live session shows.',
      ...ownKey(verdict.key),
    ],
  }
}

const ownKey = (key: 'given' | 'own'): readonly string[] =>
  key === 'given' ? [] : ['The file vouches for its own key: it is whole. Give --key to check who signed it.']
