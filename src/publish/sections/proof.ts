import { type Charter, contentHash } from '../../charter/index.ts'
import { utf8 } from '../../kernel/index.ts'
import { parseVkey, readCheckpoint, signedBy } from '../../kernel/ledger/index.ts'
import type { Report } from '../schema.ts'
import { counted } from '../sentences.ts'

/** The ledger as it is published: its key, how long it is, and what it last signed. */
export interface PublishedRecord {
  readonly vkey: string
  readonly entries: number
  /** The signed note, whole. */
  readonly checkpoint: string
}

/** How anybody checks this report: the record's key and head, the charter's hash, and the commands. */
export function proofIn(record: PublishedRecord, charter: Charter | null): Report['proof'] {
  const read = readOff(record)
  return {
    key: record.vkey,
    entries: record.entries,
    checkpoint: record.checkpoint,
    ...read,
    says: `${counted(record.entries, 'entry', 'entries')} in the record. ${SIGNATURES[read.signature]} ${witnesses(read.otherSignatures)}`,
    charter: charter === null ? null : contentHash(charter),
    votes: charter?.assembly.votesDigest ?? null,
    certificates: charter === null ? null : certified(charter),
    commands: ['npx parley ledger verify FILE', 'npx parley charter verify FILE --proof FILE'],
  }
}

function certified({ certificates: { proof, slates } }: Charter): Report['proof']['certificates'] {
  const outcomes = slates.flatMap(({ ejrPlus, core }) => [ejrPlus.outcome, core.outcome])
  const number = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length
  return {
    digest: proof,
    says: `Of the slates of ${counted(slates.length, 'declared rule')}, ${number('certified')} properties are proved, ${number('refuted')} fail, ${number('not-certified')} are unknown. ${proof === null ? 'There is no proof file: too many ballots.' : 'The proof file holds ballots, so it may be withheld.'}`,
  }
}

type Read = Pick<Report['proof'], 'signature' | 'otherSignatures'>

function readOff({ vkey, checkpoint }: PublishedRecord): Read {
  const key = parseVkey(vkey)
  const read = readCheckpoint(utf8(checkpoint), null)
  if (read.kind === 'unreadable' || key.kind === 'refused')
    return { signature: 'unreadable', otherSignatures: 0 }
  const { text, signatures, origin } = read.checkpoint
  return {
    signature: signedBy(text, signatures, key.value),
    otherSignatures: new Set(signatures.map(({ name }) => name).filter((name) => name !== origin)).size,
  }
}

const SIGNATURES: Readonly<Record<Read['signature'], string>> = {
  holds: 'The key signed its last checkpoint.',
  fails:
    'The signature on its last checkpoint does not hold: this record was changed, or the key is another.',
  absent: 'The key did not sign its last checkpoint, so it proves nothing.',
  unreadable: 'Its last checkpoint cannot be read, so it proves nothing.',
}

const witnesses = (others: number): string =>
  others === 0
    ? 'Nobody outside has confirmed this history.'
    : `${counted(others, 'other name')} signed it too; whether they are outside and honest is for the reader to find out.`
