import type { Bytes } from '../../kernel/index.ts'
import { draftFile, type FileLayer, promoteDraft } from './file-layer.ts'
import type { Stored } from './stored.ts'

/**
 * Writes the first entries and the checkpoint that signs exactly them as one file, whole or not at all.
 *
 * Errors: rejects with what the disk said; the ledger itself is not touched.
 */
export async function exportLedger(
  files: FileLayer,
  path: string,
  {
    stored,
    entries,
    checkpoint,
  }: { readonly stored: Stored; readonly entries: number; readonly checkpoint: Bytes },
): Promise<void> {
  const end = stored.ledgerEnds[entries] as number
  await draftFile(files, path, async (file) => {
    for (let at = 0; at < end; at += CHUNK_BYTES)
      await file.write(at, await stored.ledger.read(at, Math.min(CHUNK_BYTES, end - at)))
    await file.write(end, Buffer.concat([EMPTY_LINE, checkpoint]))
  })
  await promoteDraft(files, path)
}

const CHUNK_BYTES = 1 << 20
const EMPTY_LINE = Buffer.from('\n')
