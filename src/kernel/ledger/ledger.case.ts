import { type Bytes, sha256, utf8 } from '../digest.ts'
import type { Json } from '../json.ts'
import { signCheckpoint } from './checkpoint.ts'
import { type Leaf, leafHash, saltedDigest } from './entry.ts'
import { entryLine, headerLine } from './file-format.ts'
import { type Forest, growForest } from './forest.ts'
import { SIGNER } from './note.case.ts'
import { type Signer, vkeyOf } from './note.ts'

/** A small ledger made in memory, for tests that break it. */
export interface Sample {
  readonly lines: readonly string[]
  /** The record without a checkpoint, as it lies in a live directory. */
  readonly record: string
  readonly checkpoint: string
  /** The file that is handed out. */
  readonly exported: string
  readonly vkey: string
  readonly forest: Forest
  readonly checkpointAt: (size: number) => string
  readonly leaves: readonly Leaf[]
  readonly contentOf: (index: number) => Json
}

export function sampleLedger(
  entries: number,
  signer: Signer = SIGNER,
  contentOf: (index: number) => Json = sampleContent,
): Sample {
  const forest = growForest()
  const { key } = signer
  const lines = [headerLine(key)]
  const leaves: Leaf[] = []
  for (let index = 0; index < entries; index++) {
    const leaf = sampleLeaf(index, contentOf(index))
    leaves.push(leaf)
    forest.add(leafHash(leaf))
    lines.push(entryLine({ leaf, root: forest.hashOf(0, index + 1) }))
  }
  const record = lines.join('')
  const checkpointAt = (size: number) => signCheckpoint({ size, root: forest.hashOf(0, size) }, signer)
  const checkpoint = checkpointAt(entries)
  return {
    lines,
    record,
    checkpoint,
    exported: `${record}\n${checkpoint}`,
    vkey: vkeyOf(key),
    forest,
    checkpointAt,
    leaves,
    contentOf,
  }
}

export const sampleSalt = (index: number): Bytes => sha256(utf8(`salt ${index}`))

export const sampleContent = (index: number): Json => ({
  participant: `p${index % 7}`,
  statement: `${index}`,
  vote: ['agree', 'pass', 'disagree'][index % 3] as string,
})

const sampleLeaf = (index: number, content: Json): Leaf => ({
  type: index % 5 === 4 ? 'charter.ratified' : 'vote',
  time: `2026-11-21T12:00:${String(index % 60).padStart(2, '0')}Z`,
  digest: saltedDigest(sampleSalt(index), content),
})
