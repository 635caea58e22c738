import { sha256, utf8 } from '../digest.ts'
import { type Signer, signerOf } from './note.ts'

/** A signer with the secret that a word stands for. */
export const testSigner = (name: string, word: string): Signer => signerOf(name, sha256(utf8(word)))

export const SIGNER = testSigner('parley.example/test', 'a secret for tests')
