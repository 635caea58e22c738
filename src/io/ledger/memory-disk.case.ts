import { type Bytes, type Chance, chance } from '../../kernel/index.ts'
import type { FileLayer, OpenFile } from './file-layer.ts'

/**
 * A disk that forgets what was not synced, and fails when told to. Each call of the layer is numbered from 1.
 *
 * Its power loss is as bad as POSIX allows: of the writes since the last sync any 512-byte sectors reach the disk in
 * any order, the others keep what was there or read as zeros; of the names made and renamed since the last sync of
 * the directory a first part is there.
 */
export interface MemoryDisk {
  readonly layer: FileLayer
  readonly calls: () => number
  readonly failAt: (call: number, fault: Fault) => void
  /** Takes the fault away; what was written can be read, synced or not, as after a process was killed. */
  readonly heal: () => void
  /** What was not synced is lost, or half there; the fault is gone. */
  readonly powerLoss: (seed: string) => void
  readonly contents: (path: string) => Bytes | null
  readonly overwrite: (path: string, bytes: Bytes | null) => void
  readonly paths: () => readonly string[]
}

export type Fault =
  /** The call does nothing and fails; later calls go well. */
  | { readonly kind: 'error'; readonly code: 'EIO' | 'ENOSPC' }
  /** A write leaves its first half and fails; any other call does nothing and fails. */
  | { readonly kind: 'torn'; readonly code: 'EIO' | 'ENOSPC' }
  /** The machine is off: this and every later call fail, until power returns. */
  | { readonly kind: 'off' }

interface Inode {
  cached: Bytes
  durable: Bytes
  pending: Change[]
}

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Bytes }
  | { readonly kind: 'truncate'; readonly length: number }

type Names = Map<string, Inode>

const SECTOR = 512

export function memoryDisk(): MemoryDisk {
  let names: Names = new Map()
  let durableNames: Names = new Map()
  let pendingNames: ((names: Names) => void)[] = []
  let calls = 0
  let fault: { readonly call: number; readonly fault: Fault } | null = null

  const check = (): Fault | null => {
    calls++
    if (fault === null) return null
    if (fault.fault.kind === 'off' && calls >= fault.call) throw systemError('EIO', 'the power is off')
    if (calls !== fault.call) return null
    return fault.fault
  }
  const step = async (): Promise<void> => {
    await null
    const found = check()
    if (found !== null && found.kind !== 'off') throw systemError(found.code, 'injected')
  }
  const rename = (change: (names: Names) => void): void => {
    change(names)
    pendingNames.push(change)
  }

  const fileOn = (inode: Inode): OpenFile => ({
    size: async () => {
      await step()
      return inode.cached.length
    },
    read: async (at, length) => {
      await step()
      return inode.cached.slice(at, at + length)
    },
    write: async (at, bytes) => {
      await null
      const found = check()
      if (found !== null && found.kind === 'torn')
        apply(inode, { kind: 'write', at, bytes: bytes.slice(0, bytes.length / 2) })
      if (found !== null && found.kind !== 'off') throw systemError(found.code, 'injected')
      apply(inode, { kind: 'write', at, bytes: bytes.slice() })
    },
    truncate: async (length) => {
      await step()
      apply(inode, { kind: 'truncate', length })
    },
    sync: async () => {
      await null
      const found = check()
      // As on Linux: a failed sync is forgotten, and the next one says that all is well.
      if (found === null) inode.durable = inode.pending.reduce(changed, inode.durable)
      inode.pending = found === null ? [] : inode.pending.filter(({ kind }) => kind === 'truncate')
      if (found !== null && found.kind !== 'off') throw systemError(found.code, 'injected')
    },
    close: step,
  })

  const layer: FileLayer = {
    makeDirectory: step,
    exists: async (path) => {
      await step()
      return names.has(path)
    },
    read: async (path) => {
      await step()
      return names.get(path)?.cached.slice() ?? null
    },
    open: async (path) => {
      await step()
      const inode = names.get(path) ?? { cached: new Uint8Array(), durable: new Uint8Array(), pending: [] }
      if (!names.has(path)) rename((all) => all.set(path, inode))
      return fileOn(inode)
    },
    create: async (path) => {
      await step()
      const inode = names.get(path) ?? { cached: new Uint8Array(), durable: new Uint8Array(), pending: [] }
      if (!names.has(path)) rename((all) => all.set(path, inode))
      apply(inode, { kind: 'truncate', length: 0 })
      return fileOn(inode)
    },
    rename: async (from, to) => {
      await step()
      rename((all) => {
        const inode = all.get(from)
        if (inode === undefined) return
        all.set(to, inode)
        all.delete(from)
      })
    },
    syncDirectory: async () => {
      await step()
      for (const change of pendingNames.splice(0)) change(durableNames)
    },
  }

  return {
    layer,
    calls: () => calls,
    failAt: (call, what) => {
      fault = { call, fault: what }
      calls = 0
    },
    heal: () => {
      fault = null
    },
    powerLoss: (seed) => {
      const draw = chance(seed)
      for (const inode of new Set([...names.values(), ...durableNames.values()])) {
        inode.durable = inode.pending.reduce((bytes, change) => partly(bytes, change, draw), inode.durable)
        inode.cached = inode.durable.slice()
        inode.pending = []
      }
      for (const change of pendingNames.slice(0, draw.below(pendingNames.length + 1))) change(durableNames)
      names = new Map(durableNames)
      durableNames = new Map(names)
      pendingNames = []
      fault = null
    },
    contents: (path) => names.get(path)?.cached.slice() ?? null,
    overwrite: (path, bytes) => {
      if (bytes === null) {
        names.delete(path)
        durableNames.delete(path)
      } else {
        const inode = { cached: bytes.slice(), durable: bytes.slice(), pending: [] }
        names.set(path, inode)
        durableNames.set(path, inode)
      }
    },
    paths: () => [...names.keys()],
  }
}

function apply(inode: Inode, change: Change): void {
  inode.cached = changed(inode.cached, change)
  inode.pending.push(change)
}

function changed(bytes: Bytes, change: Change): Bytes {
  const length =
    change.kind === 'truncate' ? change.length : Math.max(bytes.length, change.at + change.bytes.length)
  const result = new Uint8Array(length)
  result.set(bytes.subarray(0, length))
  if (change.kind === 'write') result.set(change.bytes, change.at)
  return result
}

/** What a change leaves after a power loss before its sync. */
function partly(bytes: Bytes, change: Change, draw: Chance): Bytes {
  if (draw.below(4) === 0) return bytes // none of it
  if (change.kind === 'truncate') return changed(bytes, change)
  // The length may have reached the disk without the bytes: then they read as zeros.
  const end = change.at + draw.below(change.bytes.length + 1)
  let result = changed(bytes, {
    kind: 'write',
    at: Math.min(end, bytes.length),
    bytes: new Uint8Array(Math.max(0, end - bytes.length)),
  })
  for (let from = change.at; from < result.length && from < change.at + change.bytes.length; ) {
    const to = Math.min(
      (Math.floor(from / SECTOR) + 1) * SECTOR,
      change.at + change.bytes.length,
      result.length,
    )
    if (draw.below(3) > 0)
      result = changed(result, {
        kind: 'write',
        at: from,
        bytes: change.bytes.slice(from - change.at, to - change.at),
      })
    from = to
  }
  return result
}

function systemError(code: string, words: string): Error {
  return Object.assign(new Error(`${code}: ${words}`), { code })
}
