import type { Context, MiddlewareHandler } from 'hono'

/** What this server answers to, and how strictly. */
export interface GuardOptions {
  /** Host names, with port, under which it may be reached. */
  readonly hosts: ReadonlySet<string>
}

const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  // Bands and bars are placed by custom properties in style attributes; nothing else may style inline (UI.md).
  "style-src-attr 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Stands before every route: only under its own names (a rebound name of somebody else's site does not reach the
 * data), changes only from its own pages, and headers that keep a page to itself.
 */
export function guard({ hosts }: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!hosts.has(host)) return refuse(c, 421, `this server does not answer as "${host.slice(0, 80)}"`)
    if (!SAFE.has(c.req.method) && comesFromElsewhere(c, host))
      return refuse(c, 403, 'a change must come from a page of this server')
    if (/%00/.test(c.req.url)) return refuse(c, 400, 'an address without a NUL is expected')
    if (isForm(c) && !/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
      return refuse(c, 415, 'a form as application/x-www-form-urlencoded is expected')
    await next()
    // What a page holds is one person's; a proxy or the next user of a browser is somebody else.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store')
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Programs send no Origin and no Sec-Fetch-Site; browsers send at least one, and cannot be talked out of it. */
function comesFromElsewhere(c: Context, host: string): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/** Everything that is sent here but the gateway's JSON comes from a form; an empty one names no type. */
const isForm = (c: Context): boolean =>
  c.req.method === 'POST' &&
  !/^(?:\/a\/[^/]+)?\/v1\//.test(c.req.path) &&
  c.req.header('content-type') !== undefined

const refuse = (c: Context, status: 400 | 403 | 415 | 421, line: string) => c.text(`${line}\n`, status)
