import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statesOfPages } from '../../src/web/states.case.tsx'
import { chromiumPath, faultsIn, launch, type View } from './browser.ts'

/** Pages in the states that a running sample does not reach: nobody yet, a problem, too few, unknown. */
describe.skipIf(chromiumPath === null)('every state of a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test('narrow and wide, dark and right to left: nothing that axe objects to, nothing wider than the window', async () => {
    const page = await browser.newPage()
    const wrong: Record<string, readonly string[]> = {}
    const states = Object.entries(statesOfPages())
    for (const [name, state] of states) {
      await page.setContent(`<!doctype html>${styled(String(state))}`)
      // What folds away is read as well.
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
      const found = await faultsIn(page, VIEWS)
      if (found.length > 0) wrong[name] = found
    }
    await page.close()
    expect(wrong).toEqual({})
    expect(states.length).toBeGreaterThan(20)
  })
})

const VIEWS: readonly View[] = [
  { width: 1280, scheme: 'light', dir: 'ltr', rules: null },
  { width: 390, scheme: 'dark', dir: 'ltr', rules: ['color-contrast'] },
  { width: 320, scheme: 'light', dir: 'rtl', rules: null },
]

/** The page with its style sheets in it, so that no server is needed. */
const styled = (html: string): string =>
  html.replace(/<link rel="stylesheet" href="\/assets\/(\w+)\.css"\/>/g, (_, name: string) => {
    const sheet = new URL(`../../src/web/styles/${name}.css`, import.meta.url)
    return `<style>${readFileSync(sheet, 'utf8')}</style>`
  })
