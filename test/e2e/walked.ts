import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Server, scratch, startServer } from '../parley.ts'
import { counted, sampleData } from '../sample.ts'
import { launch } from './browser.ts'

/** The sample on a server of its own, and a browser to walk it with; there once a suite's tests run. */
export interface Walked {
  server: Server
  browser: Browser
  /** Operators' links, as paths. */
  links: readonly string[]
}

export function walked(): Walked {
  const directory = scratch()
  const site = {} as Walked
  beforeAll(async () => {
    const data = sampleData(directory)
    site.server = await startServer(data)
    await counted(site.server)
    site.links = readFileSync(join(data, 'operator-links.txt'), 'utf8').match(/\/enter\?key=\S+/g) ?? []
    site.browser = await launch()
  })
  afterAll(async () => {
    await site.browser?.close()
    await site.server?.kill()
    directory.remove()
  })
  return site
}
