import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statesOfPages } from '../../src/web/states.case.tsx'
import { chromiumPath, launch, sidewaysIn, violationsIn } from './browser.ts'

/** Pages in the states that a running sample does not reach: nobody yet, a problem, too few, unknown. */
describe.skipIf(chromiumPath === null)('every state of a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
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
      const rules = colorScheme === 'dark' ? ['color-contrast'] : null
      const found = [...(await violationsIn(page, rules)), ...(await sidewaysIn(page))]
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
