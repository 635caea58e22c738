import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { beforeAll, describe, expect, test } from 'vitest'
import { FLOW, forbidden } from './rules.ts'

/** The folders are the flow (DESIGN, section 3); this keeps them so. */
let result: ICruiseResult

beforeAll(async () => {
  const cruised = await cruise(
    ['src'],
    {
      validate: true,
      ruleSet: { forbidden },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.(test|case)\\.tsx?$|^src/web/browser' },
    },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  )
  result = cruised.output as ICruiseResult
}, 60_000)

describe('architecture', () => {
  test('the cruiser can read TypeScript at all', () => {
    const own = result.modules.filter(({ source }) => source.startsWith('src/'))
    expect(own.length).toBeGreaterThan(10)
    expect(own.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(own.length / 2)
  })

  test('no import crosses a line it must not cross', () => {
    const broken = result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)
    expect(broken).toEqual([])
  })

  test('every folder of src is a stage of the flow', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).filter((name) => !FLOW.includes(name))).toEqual([])
  })

  test('no pure stage asks for chance, time, a console, a process or a network', () => {
    const pure = FLOW.slice(0, FLOW.indexOf('io')).filter((folder) => existsSync(`src/${folder}`))
    const impure = pure
      .flatMap((folder) => sourcesOf(`src/${folder}`))
      .filter((file) => {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        return /Math\.random|\bnew Date\b|\bDate\.|\bconsole\.|\bprocess\.|\bfetch\(/.test(code)
      })
    expect(impure).toEqual([])
  })
})

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|case)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
}
