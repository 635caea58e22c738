import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { problemLine } from '../kernel/index.ts'
import { isZip, unzip } from './zip.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const all = () => true
const lineOf = (archive: Uint8Array, wanted: (name: string) => boolean = all) => {
  const result = unzip('a.zip', archive, wanted)
  return result.kind === 'parsed' ? [...result.value.keys()] : problemLine(result.problem)
}

/** Where the directory of an archive made here begins: its entries carry a signature of their own. */
const directoryOf = (archive: Uint8Array): number => {
  const view = new DataView(archive.buffer, archive.byteOffset)
  for (let at = 0; ; at++) if (view.getUint32(at, true) === 0x02014b50) return at
}

const patched = (archive: Uint8Array, at: number, bytes: readonly number[]): Uint8Array => {
  const copy = archive.slice()
  copy.set(bytes, at)
  return copy
}

describe('a zip archive', () => {
  test('gives back every file, packed or stored', () => {
    const content = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from([...bytes, ...bytes]))
    const files = fc.dictionary(fc.constantFrom('a.csv', 'b/c.csv', 'été.csv', '0'), content, {
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(files, fc.constantFrom(0, 6), (given, level) => {
        const archive = zipSync(given, { level: level as 0 | 6 })
        const result = unzip('a.zip', archive, all)
        const value = result.kind === 'parsed' ? [...result.value] : []
        expect(value.map(([name, bytes]) => [name, Uint8Array.from(bytes)])).toEqual(Object.entries(given))
      }),
    )
  })

  test('is known by its first bytes, whatever it is called', () => {
    expect(isZip(zipSync({ a: utf8('x') }))).toBe(true)
    expect(isZip(zipSync({}))).toBe(true)
    expect(isZip(utf8('PK,a\n1,2'))).toBe(false)
    expect(isZip(new Uint8Array())).toBe(false)
  })

  test('is asked only for what is wanted', () => {
    const archive = zipSync({ 'a.csv': utf8('x'), 'b.png': utf8('y') })
    expect(lineOf(archive, (name) => name.endsWith('.csv'))).toEqual(['a.csv'])
  })

  test('with one bit turned gives the same files or none', () => {
    const archive = zipSync({ 'a.csv': utf8('one,two\n'.repeat(20)), 'b.csv': [utf8('three'), { level: 0 }] })
    const whole = unzip('a.zip', archive, all)
    const contents = whole.kind === 'parsed' ? [...whole.value.values()] : []
    expect(contents).toHaveLength(2)
    for (let bit = 0; bit < archive.length * 8; bit++) {
      const turned = patched(archive, bit >> 3, [(archive[bit >> 3] ?? 0) ^ (1 << (bit & 7))])
      const result = unzip('a.zip', turned, all)
      for (const content of result.kind === 'parsed' ? result.value.values() : [])
        expect(contents).toContainEqual(content)
    }
  })

  test('cut off anywhere gives nothing', () => {
    const archive = zipSync({ 'a.csv': utf8('one,two\n'.repeat(20)) })
    for (let length = 0; length < archive.length; length++)
      expect(unzip('a.zip', archive.subarray(0, length), all).kind).toBe('refused')
  })
})

describe('an archive that is a trap is refused', () => {
  test.each([
    '../a.csv',
    'x/../../a.csv',
    '/etc/a.csv',
    'C:\\a.csv',
    'x\\a.csv',
    '..',
  ])('the name %s', (name) => {
    expect(lineOf(zipSync({ [name]: utf8('x') }))).toBe(
      `a.zip, file ${JSON.stringify(name)}: found a name that leads out of the archive, expected a name inside it`,
    )
  })

  test('more files than an import has', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${at}.csv`, utf8('x')]))
    expect(lineOf(zipSync(many))).toBe('a.zip: found 1001 files, expected at most 1000 files')
  })

  test('bytes that unpack to hundreds of times their number', () => {
    const archive = zipSync({ 'a.csv': new Uint8Array(4 * 1024 * 1024) })
    expect(lineOf(archive)).toBe(
      `a.zip: found 4194304 bytes in ${archive.length}, expected at most 200 times as many`,
    )
    expect(lineOf(zipSync({ 'a.csv': new Uint8Array(1024 * 1024) }))).toEqual(['a.csv'])
  })

  test('a size beyond what may be read', () => {
    const archive = zipSync({ 'a.csv': utf8('x') })
    const size = directoryOf(archive) + 24
    expect(lineOf(patched(archive, size, [0, 0, 0, 0x7f]))).toBe(
      'a.zip: found 2130706432 bytes unpacked, expected at most 268435456 bytes',
    )
  })

  test('a size that is a lie, either way', () => {
    const archive = zipSync({ 'a.csv': utf8('one,two\n'.repeat(20)) })
    const size = directoryOf(archive) + 24
    const lie =
      'a.zip, file "a.csv": found bytes that do not unpack to that file, expected a whole zip archive'
    expect(lineOf(patched(archive, size, [159]))).toBe(lie)
    expect(lineOf(patched(archive, size, [161]))).toBe(lie)
    expect(lineOf(patched(archive, size, [0]))).toBe(lie)
  })

  test('a file under a password, or packed in another way', () => {
    const archive = zipSync({ 'a.csv': utf8('x') })
    const entry = directoryOf(archive)
    expect(lineOf(patched(archive, entry + 8, [1]))).toContain('found a file under a password')
    expect(lineOf(patched(archive, entry + 10, [12]))).toContain('found the packing method 12')
  })

  test('two files of one name', () => {
    const archive = zipSync({ 'a.csv': utf8('x'), 'b.csv': utf8('y') })
    const second = directoryOf(archive) + 46 + 'a.csv'.length
    const renamed = patched(archive, second + 46, [...utf8('a.csv')])
    expect(lineOf(renamed)).toBe('a.zip: found the file "a.csv" twice, expected a whole zip archive')
  })

  test('what is no archive at all', () => {
    expect(lineOf(utf8('PK\u0003\u0004'))).toBe(
      'a.zip: found no directory of its files that can be read, expected a whole zip archive',
    )
  })
})
