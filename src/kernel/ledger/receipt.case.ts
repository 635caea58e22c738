import { base64 } from '../digest.ts'
import type { Leaf } from './entry.ts'
import { type Sample, sampleSalt } from './ledger.case.ts'
import { inclusionProof } from './proofs.ts'
import type { Receipt } from './receipt.ts'

/** The receipt of an entry of a ledger made for tests. */
export const receiptOf = (sample: Sample, index: number): Receipt => ({
  schema: 'parley-receipt/1',
  index,
  entry: sample.leaves[index] as Leaf,
  recorded: { kind: 'content', salt: base64(sampleSalt(index)), content: sample.contentOf(index) },
  proof: inclusionProof(sample.forest, index, sample.leaves.length).map(base64),
  checkpoint: sample.checkpoint,
  vkey: sample.vkey,
})
