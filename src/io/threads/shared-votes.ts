import type { Votes } from '../../map/index.ts'

/**
 * The same votes on memory that all threads see: three bytes a vote and four a person, copied once unless they lie
 * there already.
 */
export function sharedVotes(votes: Votes): Votes {
  const { people, columns, rowStart, statement, vote } = votes
  if ([rowStart, statement, vote].every(({ buffer }) => buffer instanceof SharedArrayBuffer))
    return { people, columns, rowStart, statement, vote }
  const known = shared.get(votes)
  if (known !== undefined) return known
  const copy = {
    people,
    columns,
    rowStart: onSharedMemory(rowStart),
    statement: onSharedMemory(statement),
    vote: onSharedMemory(vote),
  }
  shared.set(votes, copy)
  return copy
}

const shared = new WeakMap<Votes, Votes>()

function onSharedMemory<Numbers extends Uint32Array | Uint16Array | Int8Array>(numbers: Numbers): Numbers {
  const make = numbers.constructor as new (buffer: SharedArrayBuffer) => Numbers
  const copy = new make(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}
