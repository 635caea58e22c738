import { describe, expect, test } from 'vitest'
import { chromiumPath, complaintsOf, faultsIn, type View } from './browser.ts'
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
  '/mediate',
  '/charter',
  '/round',
  '/round/compare',
  '/ratify',
  '/chat',
  '/desk',
  '/findings',
  '/report',
  '/nowhere',
]

/** Pages are laid out by style sheets alone, so one that is loaded once may be looked at in every way. */
const VIEWS: readonly View[] = [
  { width: 1280, scheme: 'light', dir: 'ltr', rules: null },
  { width: 390, scheme: 'light', dir: 'ltr', rules: null },
  // Another scheme changes colours and nothing else.
  { width: 1280, scheme: 'dark', dir: 'ltr', rules: ['color-contrast'] },
  { width: 320, scheme: 'light', dir: 'ltr', rules: [] },
  { width: 320, scheme: 'light', dir: 'rtl', rules: [] },
]

describe.skipIf(chromiumPath === null)('the pages', () => {
  const site = walked()

  test('narrow and wide, dark and right to left: nothing that axe objects to, and nothing wider than the window', async () => {
    // An operator sees everything that a participant sees, and the desk.
    const page = await site.browser.newPage({ bypassCSP: true })
    await page.goto(`${site.server.address}${site.links[0]}`)
    const wrong: Record<string, readonly string[]> = {}
    for (const path of PAGES) {
      await page.goto(`${site.server.address}${HOME}${path}`)
      const found = await faultsIn(page, VIEWS)
      if (found.length > 0) wrong[path] = found
    }
    await page.close()
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
