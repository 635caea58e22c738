import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statesOfPages } from '../../src/web/states.case.tsx'

/** Pages in the states that a running sample does not reach: nobody yet, a problem, too few, unknown. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const path = [process.env.PARLEY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place): place is string => place !== undefined && existsSync(place),
)
if (path === undefined) console.info('skipped: no Chromium here; set PARLEY_CHROMIUM to one')

describe.skipIf(path === undefined)('every state of a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: path ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    })
  })
  afterAll(() => browser?.close())

  test.each([
    [1280, 'light', 'ltr'],
    [390, 'dark', 'ltr'],
    [320, 'light', 'rtl'],
  ] as const)('at %i px, %s, %s: nothing that axe objects to, nothing wider than the window', async (width, colorScheme, dir) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
    const wrong: Record<string, readonly string[]> = {}
    const states = Object.entries(statesOfPages())
    for (const [name, state] of states) {
      await page.setContent(`<!doctype html>${styled(String(state)).replace('dir="ltr"', `dir="${dir}"`)}`)
      // What folds away is read as well.
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
      const found = [...(await violationsIn(page)), ...(await page.evaluate(SIDEWAYS))]
      if (found.length > 0) wrong[name] = found
    }
    await page.close()
    expect(wrong).toEqual({})
    expect(states.length).toBeGreaterThan(20)
  })
})

/** The page with its style sheets in it, so that no server is needed. */
const styled = (html: string): string =>
  html.replace(/<link rel="stylesheet" href="\/assets\/(\w+)\.css"\/>/g, (_, name: string) => {
    const sheet = new URL(`../../src/web/styles/${name}.css`, import.meta.url)
    return `<style>${readFileSync(sheet, 'utf8')}</style>`
  })

async function violationsIn(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: AXE })
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Run in the page as text, so that the names of the browser stay out of the types of Node. */
const SIDEWAYS = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [scrollWidth + ' px wide in ' + clientWidth] : []
})()` as unknown as () => string[]
