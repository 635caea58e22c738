import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where Debian, macOS and a variable keep a Chromium. */
const PLACES = [
  process.env.PARLEY_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const chromiumPath: string | null =
  PLACES.find((place): place is string => place !== undefined && existsSync(place)) ?? null

if (chromiumPath === null)
  console.info('skipped: no Chromium here; set PARLEY_CHROMIUM to one to walk the pages')

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })

/** Everything a page complained about: script errors, refused resources, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => complaints.push(`request: ${request.url()}`))
  return complaints
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A way of looking at a page. */
export interface View {
  readonly width: number
  readonly scheme: 'light' | 'dark'
  readonly dir: 'ltr' | 'rtl'
  /** The rules of axe that are tried; null: every one it has. */
  readonly rules: readonly string[] | null
}

/** What is wrong with the page that is open, however it is looked at: what axe objects to, what is wider than the window. */
export async function faultsIn(page: Page, views: readonly View[]): Promise<readonly string[]> {
  await page.addScriptTag({ content: AXE })
  const faults: string[] = []
  for (const { width, scheme, dir, rules } of views) {
    await page.setViewportSize({ width, height: 900 })
    // Colours on their way from one scheme to the other are those of neither.
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.evaluate(`document.documentElement.dir = '${dir}'`)
    const found = [...(await violationsIn(page, rules)), ...(await sidewaysIn(page))]
    faults.push(...found.map((fault) => `${width} px, ${scheme}, ${dir}: ${fault}`))
  }
  return faults
}

/** What axe objects to, each with the element. */
async function violationsIn(page: Page, rules: View['rules']): Promise<readonly string[]> {
  // None at all is no question to it.
  if (rules?.length === 0) return []
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(
        // What passes is not looked at further; that is most of the work.
        { resultTypes: ['violations'], ...(only === null ? {} : { runOnly: only }) },
      ),
    rules === null ? null : [...rules],
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** What is wider than the window; run in the page as text, so that the names of the browser stay out of the types of Node. */
const SIDEWAYS = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [scrollWidth + ' px wide in ' + clientWidth] : []
})()`

const sidewaysIn = (page: Page): Promise<readonly string[]> => page.evaluate(SIDEWAYS)
