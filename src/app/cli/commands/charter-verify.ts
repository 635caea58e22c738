import { existsSync } from 'node:fs'
import { Command } from 'commander'
import {
  type CertificatesVerdict,
  contentHash,
  type SealVerdict,
  verifyCertificates,
  verifySeal,
} from '../../../charter/index.ts'
import { Ended, FINDING } from '../ending.ts'
import { charterIn, proofFileOf, proofIn } from '../files.ts'
import { databaseOption, dataOption, jsonOption } from '../options.ts'
import { print } from '../printing.ts'
import type { DataOptions } from '../source.ts'

interface VerifyFlags extends DataOptions {
  readonly key?: string
  readonly proof?: string
  readonly votes?: string
  readonly certificates: boolean
  readonly json: boolean
}

export const verifyCommand = () =>
  new Command('verify')
    .description('check that a charter is what was ratified and signed, and that its certificates hold')
    .argument('<file>', 'a charter')
    .option('--key <base64>', 'the public key it must be signed with')
    .option('--proof <file>', 'its proof (default: NAME.proof.json beside NAME.charter.yaml)')
    .option('--votes <source>', 'count its ballots from these votes: an export or an assembly')
    .option('--certificates', 'the certificates alone: the seal decides nothing', false)
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (file: string, flags: VerifyFlags) => {
      const charter = await charterIn(file)
      const seal = verifySeal(charter, flags.key ?? null)
      const certificates = verifyCertificates(charter, {
        proof: await proofBeside(file, flags),
        votes: flags.votes === undefined ? null : await votesIn(flags.votes, flags),
      })
      print(
        { hash: contentHash(charter), ...seal, certificates },
        { json: flags.json, lines: linesOf(seal, certificates) },
      )
      const isKept = certificates.verdict === 'kept' && (flags.certificates || seal.verdict === 'kept')
      if (!isKept) throw new Ended(FINDING)
    })

/** The proof that is asked for; else the one beside the charter, which may be withheld. */
async function proofBeside(file: string, { proof }: VerifyFlags) {
  const beside = proofFileOf(file)
  return proof === undefined && !existsSync(beside) ? null : await proofIn(proof ?? beside)
}

async function votesIn(source: string, flags: DataOptions) {
  const { listeningFrom } = await import('../source.ts')
  return (await listeningFrom(source, flags)).votes
}

const linesOf = (seal: SealVerdict, { verdict, findings, open }: CertificatesVerdict): string[] => [
  `${seal.verdict}: ${seal.says}`,
  `certificates ${verdict}`,
  ...findings.map((one) => `  ${one.verdict}: ${one.says} (${one.path})`),
  ...open.map((says) => `  nothing claimed: ${says}`),
]
