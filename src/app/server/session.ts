import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hex, id, type ParticipantId, sha256, utf8 } from '../../kernel/index.ts'

/** Who is asking: everybody is a participant; some hold an operator's key besides. */
export interface Session {
  /** Derived from the cookie and not the other way round, so that what the record says does not open a session. */
  readonly participant: ParticipantId
  /** The operator's name, if this browser opened an operator's link. */
  readonly operator: string | null
}

/** An operator's link carries the key; the server keeps its digest. */
export interface Operator {
  readonly name: string
  readonly digest: string
}

const PARTICIPANT = 'parley-participant'
const OPERATOR = 'parley-operator'
const YEAR_S = 365 * 24 * 3600
const DAY_S = 24 * 3600
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The session of a request; begins one where there is none. */
export function sessionOf(c: Context, operators: readonly Operator[]): Session {
  const given = getCookie(c, PARTICIPANT)
  const token = given !== undefined && TOKEN.test(given) ? given : randomBytes(32).toString('base64url')
  if (token !== given) keep(c, PARTICIPANT, token, YEAR_S)
  return { participant: participantOf(token), operator: operatorOf(getCookie(c, OPERATOR) ?? '', operators) }
}

/** Lets this browser act as the operator whose key it is; false when the key is nobody's. */
export function enter(c: Context, key: string, operators: readonly Operator[]): boolean {
  if (operatorOf(key, operators) === null) return false
  keep(c, OPERATOR, key, DAY_S)
  return true
}

export const leave = (c: Context): void => keep(c, OPERATOR, '', 0)

export const digestOfKey = (key: string): string => hex(sha256(utf8(`parley operator ${key}`)))

const participantOf = (token: string): ParticipantId =>
  id(`web-${hex(sha256(utf8(`parley participant ${token}`))).slice(0, 20)}`)

function operatorOf(key: string, operators: readonly Operator[]): string | null {
  const digest = Buffer.from(digestOfKey(key))
  return operators.find((operator) => timingSafeEqual(Buffer.from(operator.digest), digest))?.name ?? null
}

function keep(c: Context, name: string, value: string, maxAge: number): void {
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, name, value, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge })
}
