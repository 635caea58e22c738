import { hex, sha256, utf8 } from '../kernel/index.ts'
import type { ToolCall } from './decision.ts'

/**
 * Names one exact call under one charter: what a person approves, and nothing else. The arguments count as they were
 * written, because two readers may take the same JSON (a key given twice) for two different calls.
 *
 * Source: ADR 0021.
 *
 * @example
 * callDigest({ name: 'pay', arguments: '{"to":"a"}' }, 'sha256:1') === callDigest({ name: 'pay', arguments: '{"to":"b"}' }, 'sha256:1') // => false
 */
export const callDigest = (call: Pick<ToolCall, 'name' | 'arguments'>, charterHash: string): string =>
  `sha256:${hex(sha256(utf8(JSON.stringify([call.name, call.arguments, charterHash]))))}`
