import { describe, expect, test } from 'vitest'
import { chromiumPath, complaintsOf, sidewaysIn, violationsIn } from './browser.ts'
import { walked } from './walked.ts'

/** Every page of the sample assembly as people see it: narrow and wide, light and dark, and right to left. */
const HOME = '/a/city-helpline'
const PAGES = [
  '',
  '/vote',
  '/say',
  '/mine',
  '/map',
  '/map?show=statement&statement=s12',
  '/map?show=statements&by=bridges',
  '/map?show=evidence',
  '/map?show=not-heard',
  '/conflicts',
  '/conflicts?standing=unalignable',
  '/conflicts?standing=undetermined',
  '/conflicts?standing=alignable',
  '/negotiate',
  '/charter',
  '/ratify',
  '/chat',
  '/desk',
  '/findings',
  '/report',
  '/nowhere',
]

describe.skipIf(chromiumPath === null)('the pages', () => {
  const site = walked()

  /** A browser window of an operator: they see everything a participant sees, and the desk. */
  const open = async (width: number, colorScheme: 'light' | 'dark' = 'light') => {
    const context = await site.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    })
    const page = await context.newPage()
    await page.goto(`${site.server.address}${site.links[0]}`)
    return page
  }

  test.each([
    [1280, 'light'],
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('at %i px, %s: nothing that axe objects to, and nothing wider than the window', async (width, scheme) => {
    const page = await open(width, scheme)
    const wrong: Record<string, readonly string[]> = {}
    for (const path of PAGES) {
      await page.goto(`${site.server.address}${HOME}${path}`)
      // Another scheme changes colours and nothing else.
      const rules = scheme === 'dark' ? ['color-contrast'] : null
      const found = [...(await violationsIn(page, rules)), ...(await sidewaysIn(page))]
      if (found.length > 0) wrong[path] = found
    }
    await page.context().close()
    expect(wrong).toEqual({})
  })

  test('right to left, and at 320 px, nothing runs out of the window', async () => {
    const page = await open(320)
    const wrong: Record<string, readonly string[]> = {}
    for (const path of PAGES) {
      await page.goto(`${site.server.address}${HOME}${path}`)
      const narrow = await sidewaysIn(page)
      await page.evaluate("document.documentElement.dir = 'rtl'")
      const turned = await sidewaysIn(page)
      if (narrow.length + turned.length > 0) wrong[path] = [...narrow, ...turned.map((one) => `rtl ${one}`)]
    }
    await page.context().close()
    expect(wrong).toEqual({})
  })

  test('no page breaks its own content policy, and every figure has a caption and a table or numbers', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${site.server.address}${site.links[0]}`)
    const complaints = complaintsOf(page)
    const bare: string[] = []
    let figures = 0
    for (const path of PAGES.filter((one) => one !== '/nowhere')) {
      await page.goto(`${site.server.address}${HOME}${path}`)
      const seen = await page.$$eval('figure', (all) =>
        all.map((figure) => ({
          caption: figure.querySelector('figcaption')?.textContent?.trim() ?? '',
          drawn: figure.querySelector('svg[role="img"], canvas') !== null,
          table:
            (figure.closest('section, article, main') ?? figure).querySelector('table, dl, ol, ul') !== null,
        })),
      )
      figures += seen.length
      bare.push(
        ...seen.filter(({ caption, drawn, table }) => caption === '' || (drawn && !table)).map(() => path),
      )
    }
    await context.close()
    expect(complaints).toEqual([])
    expect(bare).toEqual([])
    expect(figures).toBeGreaterThan(5)
  })

  test('the ballot, with all it loads, weighs less than 30 kB without a script', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    let bytes = 0
    page.on('response', async (response) => {
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length
    })
    await page.goto(`${site.server.address}${HOME}/vote`, { waitUntil: 'networkidle' })
    await context.close()
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThan(30_000)
  })
})
