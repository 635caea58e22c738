import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, sha256, utf8 } from '../digest.ts'
import { checkpointText, readCheckpoint, signCheckpoint } from './checkpoint.ts'
import { SIGNER, testSigner } from './note.case.ts'
import { signatureLine, signedBy } from './note.ts'

// The example of C2SP tlog-checkpoint.
const PUBLISHED = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`

const ROOT = sha256(utf8('some root'))
const OWN = signCheckpoint({ size: 12, root: ROOT }, SIGNER)

describe('a checkpoint', () => {
  test('the published one is read', () => {
    const read = readCheckpoint(utf8(PUBLISHED), null)
    if (read.kind !== 'read') return expect.fail(read.problem.says)
    const { origin, size, root, signatures } = read.checkpoint
    expect([origin, size, base64(root)]).toEqual([
      'example.com/behind-the-sofa',
      20852163,
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    ])
    expect(signatures.map(({ name, value }) => [name, value.length])).toEqual([
      ['example.com/behind-the-sofa', 64],
    ])
    expect(checkpointText(read.checkpoint)).toBe(PUBLISHED.slice(0, PUBLISHED.indexOf('\n\n') + 1))
  })

  test('what is signed is what is read', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (size, root) => {
          const read = readCheckpoint(utf8(signCheckpoint({ size, root }, SIGNER)), null)
          if (read.kind !== 'read') return false
          const { checkpoint } = read
          expect(checkpoint).toMatchObject({ origin: SIGNER.key.name, size, root })
          return signedBy(checkpoint.text, checkpoint.signatures, SIGNER.key) === 'holds'
        },
      ),
    )
  })

  test('others may sign beside the log', () => {
    const text = checkpointText({ origin: SIGNER.key.name, size: 12, root: ROOT })
    const witness = testSigner('witness.example', 'w')
    const read = readCheckpoint(utf8(`${OWN}${signatureLine(text, witness)}\n`), null)
    if (read.kind !== 'read') return expect.fail(read.problem.says)
    expect(read.checkpoint.signatures.length).toBe(2)
    expect(signedBy(read.checkpoint.text, read.checkpoint.signatures, SIGNER.key)).toBe('holds')
  })
})

describe('what is no checkpoint names its line', () => {
  const [origin, size, root, , signature] = OWN.split('\n')
  const whole = (...lines: readonly (string | undefined)[]) => `${lines.join('\n')}\n`
  test.each([
    ['nothing', '', 1],
    ['no origin', whole('', size, root, '', signature), 1],
    ['a leading zero', whole(origin, `0${size}`, root, '', signature), 2],
    ['a sign', whole(origin, `+${size}`, root, '', signature), 2],
    ['a size beyond counting', whole(origin, '9007199254740993', root, '', signature), 2],
    ['a short root', whole(origin, size, 'AAAA', '', signature), 3],
    ['base64 with stray bits', whole(origin, size, root?.replace(/.=$/, 'B='), '', signature), 3],
    ['an extension line', whole(origin, size, root, 'extension', '', signature), 4],
    ['no empty line', whole(origin, size, root, signature), 4],
    ['no signature', whole(origin, size, root, ''), 5],
    ['a line that is no signature', whole(origin, size, root, '', 'signed'), 5],
    ['an empty line after the signature', whole(origin, size, root, '', signature, ''), 6],
    ['carriage returns', OWN.replaceAll('\n', '\r\n'), 1],
    ['no last line feed', OWN.slice(0, -1), 5],
    ['a byte order mark before the size', whole(origin, `\ufeff${size}`, root, '', signature), 2],
    ['too many signatures', OWN + manySignatures(64), 69],
  ])('%s', (_, text, line) => {
    expect(readCheckpoint(utf8(text), null)).toMatchObject({ kind: 'unreadable', problem: { line } })
  })

  test('the log that is meant is named', () => {
    const read = readCheckpoint(utf8(OWN), 'other.example')
    expect(read).toMatchObject({
      kind: 'unreadable',
      problem: { line: 1, says: expect.stringContaining('other.example') },
    })
  })

  test('a signature that stands twice', () => {
    expect(readCheckpoint(utf8(`${OWN}${signature}\n`), null)).toMatchObject({
      kind: 'unreadable',
      problem: { line: 6 },
    })
  })

  test('bytes that are not UTF-8, even in the name of a signer nobody knows', () => {
    const witness = utf8(`${OWN}${signatureLine('x', testSigner('w?.example', 'w'))}\n`)
    const bytes = witness.map((byte) => (byte === '?'.charCodeAt(0) ? 0xff : byte))
    expect(readCheckpoint(witness, null).kind).toBe('read')
    expect(readCheckpoint(bytes, null)).toMatchObject({
      kind: 'unreadable',
      problem: { line: 6, says: 'the line is not valid UTF-8' },
    })
  })
})

const manySignatures = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${signatureLine('x', testSigner(`w${at}.example`, 'w'))}\n`).join(
    '',
  )
