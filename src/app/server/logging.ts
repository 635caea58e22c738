import type { MiddlewareHandler } from 'hono'
import pino, { type Logger } from 'pino'

/** A log of what happened and never of what was said: no query, no body, no cookie, no key. */
export const logger = (level: string): Logger => pino({ level, base: null }, pino.destination(2))

export function logged(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const ms = Math.round(performance.now() - began)
    log.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms })
  }
}
