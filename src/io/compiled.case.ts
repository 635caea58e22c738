import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The source as JavaScript in a directory of its own, for tests that start processes and kill them. */
export interface Compiled {
  /** The path of a compiled file, named by its path under `src`. */
  readonly file: (source: string) => string
  readonly remove: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Compiles some folders of `src`, tests left out. */
export async function compileSource(folders: readonly string[]): Promise<Compiled> {
  const out = await mkdtemp(join(tmpdir(), 'parley-compiled-'))
  await writeFile(join(out, 'package.json'), '{"type":"module"}')
  await symlink(join(ROOT, 'node_modules'), join(out, 'node_modules'), 'dir')
  for (const folder of folders)
    for (const name of await readdir(join(ROOT, 'src', folder), { recursive: true }))
      if (name.endsWith('.ts') && !name.endsWith('.test.ts')) await compileFile(join(folder, name), out)
  return {
    file: (source) => join(out, source.replace(/\.ts$/, '.js')),
    remove: () => rm(out, { recursive: true, force: true }),
  }
}

async function compileFile(source: string, out: string): Promise<void> {
  const { outputText } = ts.transpileModule(await readFile(join(ROOT, 'src', source), 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  })
  const target = join(out, source.replace(/\.ts$/, '.js'))
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, outputText)
}
