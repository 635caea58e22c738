import { type Bytes, sameBytes, sha256 } from '../../../kernel/index.ts'

/** A part of the file: its head, which names the digest of each section, and the sections themselves. */
export interface Segment {
  readonly head: Bytes
  readonly sections: readonly Bytes[]
}

/** Where a section lies in the file, how long it is, and what its bytes must digest to. */
export interface SectionPlace {
  readonly at: number
  readonly length: number
  readonly digest: Bytes
}

export type SegmentKind = 'votes' | 'changes'

/** A segment as its head describes it. */
export interface SegmentPlan {
  readonly kind: SegmentKind
  readonly sections: readonly SectionPlace[]
  /** Where the next segment begins. */
  readonly end: number
}

export const HEAD_BYTES = 384

/** What a segment's head describes, where it stands at this place; null where it is not whole. */
export function planIn(head: Bytes, at: number): SegmentPlan | null {
  const told = head.subarray(0, HEAD_BYTES - 32)
  if (head.length !== HEAD_BYTES || !sameBytes(sha256(told), head.subarray(HEAD_BYTES - 32))) return null
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  let next = at + HEAD_BYTES
  const sections = Array.from({ length: SECTIONS }, (_, section): SectionPlace => {
    const from = 8 + section * 40
    const length = Number(view.getBigUint64(from, true))
    const place = { at: next, length, digest: head.slice(from + 8, from + 40) }
    next += padded(length)
    return place
  })
  const kind = (['votes', 'changes'] as const).find((one) => KINDS[one] === view.getUint32(0, true))
  return kind === undefined ? null : { kind, sections, end: next }
}

/** Whether the bytes of a section are those that were written. */
export const isWhole = ({ digest }: SectionPlace, bytes: Bytes): boolean => sameBytes(sha256(bytes), digest)

/** The bytes from one segment to the next that a section of this length takes. */
export const padded = (length: number): number => Math.ceil(length / 8) * 8

export function segmentOf(kind: SegmentKind, sections: readonly Bytes[]): Segment {
  const head = new Uint8Array(HEAD_BYTES)
  const view = new DataView(head.buffer)
  view.setUint32(0, KINDS[kind], true)
  sections.forEach((section, at) => {
    view.setBigUint64(8 + at * 40, BigInt(section.length), true)
    head.set(sha256(section), 16 + at * 40)
  })
  head.set(sha256(head.subarray(0, HEAD_BYTES - 32)), HEAD_BYTES - 32)
  return { head, sections }
}

const KINDS = { votes: 1, changes: 2 } as const
const SECTIONS = 8
