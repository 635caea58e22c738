import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemLine } from '../kernel/index.ts'
import { readFiles, writeAtomically, writeWhole } from './files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-files-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), content)
}
const read = async (name: string) => {
  const result = await readFiles(join(root, name))
  if (result.kind === 'refused') return problemLine(result.problem).replace(root, '')
  return Object.fromEntries([...result.value].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]))
}

describe('reading', () => {
  test('a directory gives its tables and records, also one level down, and nothing else', async () => {
    put('in/votes.csv', 'a')
    put('in/b/records.JSONL', 'b')
    put('in/b/c/deep.csv', 'c')
    put('in/picture.png', 'd')
    put('in/.hidden.csv', 'e')
    put('in/.git/config.csv', 'f')
    put('in/__MACOSX/votes.csv', 'g')
    expect(await read('in')).toEqual({ 'votes.csv': 'a', 'b/records.JSONL': 'b' })
  })

  test('an archive gives the same, whatever it is called', async () => {
    const files = {
      'x/votes.csv': 'a',
      'x/deep/er/b.csv': 'b',
      'x/picture.png': 'c',
      '__MACOSX/x/._votes.csv': 'd',
    }
    const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
    put('export.bin', zipSync(Object.fromEntries(bytes)))
    expect(await read('export.bin')).toEqual({ 'x/votes.csv': 'a', 'x/deep/er/b.csv': 'b' })
  })

  test('a file named itself is read whatever it is', async () => {
    put('notes.txt', 'a')
    expect(await read('notes.txt')).toEqual({ 'notes.txt': 'a' })
  })

  test('a link to a file is read as the file', async () => {
    put('elsewhere.txt', 'a')
    put('in/x.png', '')
    symlinkSync(join(root, 'elsewhere.txt'), join(root, 'in/votes.csv'))
    expect(await read('in')).toEqual({ 'votes.csv': 'a' })
  })

  test('nothing, a broken archive and what has no end are refused', async () => {
    expect(await read('nowhere')).toBe(
      '/nowhere: found nothing, expected a directory, a zip archive or a file',
    )
    put('broken.zip', 'PK\u0003\u0004')
    expect(await read('broken.zip')).toContain('/broken.zip: found no directory of its files')
    put('in/x.png', '')
    symlinkSync('/dev/null', join(root, 'in/endless.csv'))
    expect(await read('in')).toBe('/in: found something else than files, expected files')
    expect(await read('in/endless.csv')).toBe(
      '/in/endless.csv: found something else than files, expected files',
    )
  })

  test.skipIf(!existsSync('/proc/uptime'))(
    'what says that it has no bytes is empty, though reading gives some',
    async () => {
      put('in/x.png', '')
      symlinkSync('/proc/uptime', join(root, 'in/votes.csv'))
      expect(await read('in')).toEqual({ 'votes.csv': '' })
      expect(await read('in/votes.csv')).toEqual({ 'votes.csv': '' })
    },
  )

  test('a directory of more files than an import has is refused', async () => {
    mkdirSync(join(root, 'in'))
    for (let at = 0; at <= 1000; at++) writeFileSync(join(root, `in/${at}.csv`), '')
    expect(await read('in')).toBe('/in: found 1001 files to read, expected at most 1000')
  })
})

describe('writing', () => {
  test('replaces a file whole and leaves nothing beside it', async () => {
    put('a.txt', 'the old text, which is longer')
    await writeAtomically(join(root, 'a.txt'), 'neu: 語')
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('neu: 語')
    expect(readdirSync(root)).toEqual(['a.txt'])
  })

  test('that is cut short at any moment leaves the old text to every reader', async () => {
    put('a.txt', 'old')
    let cut = (): void => {}
    let written: Promise<void> | null = null
    await new Promise<void>((half) => {
      written = writeWhole(join(root, 'a.txt'), async (file) => {
        await file.write('hal')
        half()
        await new Promise<void>((resolve) => {
          cut = resolve
        })
        throw new Error('cut')
      })
    })
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('old')
    await writeAtomically(join(root, 'a.txt'), 'new')
    cut()
    await expect(written).rejects.toThrow('cut')
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('new')
  })

  test('of many writers at once leaves one text, whole', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(50_000))
    await Promise.all(texts.map((text) => writeAtomically(join(root, 'a.txt'), text)))
    expect(texts).toContain(readFileSync(join(root, 'a.txt'), 'utf8'))
    expect(readdirSync(root)).toEqual(['a.txt'])
  })

  test('that fails rejects, leaves what was there and nothing beside it', async () => {
    put('taken/x.txt', 'x')
    await expect(writeAtomically(join(root, 'taken'), 'text')).rejects.toThrow('EISDIR')
    await expect(writeAtomically(join(root, 'nowhere/a.txt'), 'text')).rejects.toThrow('ENOENT')
    expect(readdirSync(root)).toEqual(['taken'])
    expect(readFileSync(join(root, 'taken/x.txt'), 'utf8')).toBe('x')
  })

  test('never takes the place of a device or a pipe', async () => {
    const pipe = join(root, 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(writeAtomically(pipe, 'text')).rejects.toThrow('a device or a pipe')
    expect(statSync(pipe).isFIFO()).toBe(true)
    expect(readdirSync(root)).toEqual(['pipe'])
  })
})
