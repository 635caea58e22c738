import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { hex, sha256 } from '../../../kernel/index.ts'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly tag: string
}

/** Style sheets and scripts, read once; a name that is not among them does not reach the disk. */
export function assets(): Hono {
  const all = new Map([...filesIn('styles', 'css'), ...filesIn('browser', 'js')])
  const app = new Hono()
  app.get('/assets/:name', (c) => {
    const asset = all.get(c.req.param('name'))
    if (asset === undefined) return c.text('there is no such file\n', 404)
    const headers = { etag: asset.tag, 'cache-control': 'no-cache', 'content-type': asset.type }
    if (c.req.header('if-none-match') === asset.tag) return c.body(null, 304, headers)
    return c.body(asset.bytes, 200, headers)
  })
  return app
}

function filesIn(folder: string, ending: string): readonly (readonly [string, Asset])[] {
  const place = new URL(`../../../web/${folder}/`, import.meta.url)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith(`.${ending}`))
    .map((name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, place)))
      return [name, { bytes, type: TYPES[ending] ?? '', tag: `"${hex(sha256(bytes)).slice(0, 16)}"` }]
    })
}
