import { openToRead } from './file-bytes.ts'

/** A stretch of a file, and how far into it reading has come. The bytes are written over by the next piece. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly done: number
  readonly of: number
}

/** A file piece by piece, however long it is; what is added to it meanwhile is not read. */
export async function* piecesOf(path: string): AsyncGenerator<Piece, void, undefined> {
  const file = await openToRead(path)
  try {
    const { size } = await file.stat()
    const buffer = new Uint8Array(PIECE)
    for (let done = 0; done < size; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(PIECE, size - done), done)
      if (bytesRead === 0) return
      done += bytesRead
      yield { bytes: buffer.subarray(0, bytesRead), done, of: size }
    }
  } finally {
    await file.close()
  }
}

const PIECE = 1 << 20
