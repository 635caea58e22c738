import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, keyPair, sha256, utf8 } from '../kernel/index.ts'
import { charterFixture } from './charter.fixture.ts'
import { parseCharter, printCharter } from './codec.ts'
import { contentHash, seal, verifySeal } from './hash.ts'
import type { Charter, Ratification } from './schema.ts'

const secret = sha256(utf8('the keeper of the city helpline'))
const key = base64(keyPair(secret).open)
const otherSecret = sha256(utf8('somebody else'))
const sealed = seal(charterFixture, null, secret)

const ratification: Ratification = {
  plan: charterFixture.ratificationPlan,
  opened: '2026-03-01',
  closed: '2026-03-03',
  roll: 120,
  notOnRoll: 0,
  outcome: 'ratified',
  yes: 70,
  no: 20,
  abstain: 4,
  support: { estimate: 0.7778, low: 0.6816, high: 0.8514, n: 90, method: 'wilson', level: 0.95 },
  groups: {},
  dissent: [],
}

describe('the content hash', () => {
  test('is what another program finds: SHA-256 over sorted keys without spaces', () => {
    const { seal: _, ...content } = charterFixture
    const digest = createHash('sha256')
      .update(JSON.stringify(sorted(content)))
      .digest('hex')
    expect(contentHash(charterFixture)).toBe(`sha256:${digest}`)
  })

  test('does not depend on the seal, on the order of keys or on the file', () => {
    const back = parseCharter(printCharter(sealed), 'x')
    expect(contentHash(sealed)).toBe(contentHash(charterFixture))
    expect(back.kind === 'parsed' && contentHash(back.value)).toBe(contentHash(charterFixture))
  })

  test('changes with any change of content', () => {
    const leaves = leafPaths(charterFixture, []).filter(([head]) => head !== 'seal')
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        expect(contentHash(changed(charterFixture, path) as Charter)).not.toBe(contentHash(charterFixture))
      }),
    )
  })
})

describe('the seal', () => {
  test.each([
    ['a draft', charterFixture, key, 'unknown', 'no-seal'],
    ['signed by the trusted key', sealed, key, 'kept', 'holds'],
    ['with the vote on it', seal(charterFixture, ratification, secret), key, 'kept', 'holds'],
    ['no key to compare with', sealed, null, 'unknown', 'no-key-given'],
    ['signed by another', seal(charterFixture, null, otherSecret), key, 'broken', 'other-key'],
    ['nobody signed', seal(charterFixture, null, null), key, 'unknown', 'not-signed'],
    ['changed afterwards', { ...sealed, title: 'Another' }, key, 'broken', 'hash-differs'],
    ['another outcome put in', withSeal({ ratification }), key, 'broken', 'bad-signature'],
    [
      'a signature of something else',
      withSignature({ value: base64(new Uint8Array(64)) }),
      key,
      'broken',
      'bad-signature',
    ],
    ['a signature that is no base64', withSignature({ value: 'no' }), key, 'broken', 'bad-signature'],
    ['a key that is no key', withSignature({ key: 'AAAA' }), 'AAAA', 'broken', 'bad-signature'],
    ['a key that is no base64', withSignature({ key: '?' }), '?', 'broken', 'bad-signature'],
  ] as const)('%s', (_, charter, trusted, verdict, reason) => {
    expect(verifySeal(charter as Charter, trusted)).toMatchObject({
      verdict,
      reason,
      says: expect.any(String),
    })
  })

  test('sealing twice is sealing once', () => {
    expect(seal(sealed, null, secret)).toEqual(sealed)
  })

  test('each bit of the signature counts', () => {
    const [value] = [sealed.seal!.signature!.value]
    fc.assert(
      fc.property(fc.nat({ max: 511 }), (bit) => {
        const bytes = Uint8Array.from(Buffer.from(value, 'base64'))
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        return verifySeal(withSignature({ value: base64(bytes) }), key).reason === 'bad-signature'
      }),
    )
  })
})

function withSeal(change: Partial<NonNullable<Charter['seal']>>): Charter {
  return { ...sealed, seal: { ...sealed.seal!, ...change } }
}

function withSignature(change: { key?: string; value?: string }): Charter {
  return withSeal({ signature: { ...sealed.seal!.signature!, ...change } })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  )
}

type Path = readonly (string | number)[]

function leafPaths(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, item]) =>
    leafPaths(item, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function changed(value: unknown, path: Path): unknown {
  const [head, ...rest] = path
  if (head === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}!`
  if (Array.isArray(value)) return value.map((item, at) => (at === head ? changed(item, rest) : item))
  const map = value as Record<string, unknown>
  return { ...map, [head]: changed(map[head], rest) }
}
