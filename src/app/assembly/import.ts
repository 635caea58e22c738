import type { Event } from '../../io/events.ts'
import type { AssemblyId, ParticipantId } from '../../kernel/index.ts'
import { type Listening, type ListeningRecord, recordsOf } from '../../listen/index.ts'
import type { Journal } from '../journal.ts'

/** How many entries go to disk together. */
const AT_ONCE = 400

/** Writes what was said elsewhere into the record. Returns how many entries it took. */
export async function importListening(
  journal: Pick<Journal, 'commit'>,
  listening: Listening,
  onProgress: (done: number, of: number) => void,
): Promise<number> {
  const events = eventsOf(listening.assembly.id, recordsOf(listening))
  for (let done = 0; done < events.length; done += AT_ONCE) {
    await journal.commit(events.slice(done, done + AT_ONCE))
    onProgress(Math.min(done + AT_ONCE, events.length), events.length)
  }
  return events.length
}

/**
 * One entry for each person's whole ballot, so that each can be proved and erased by itself; one for each statement
 * and case; and one for each other kind of record together. What names the assembly comes last: until it is there,
 * the assembly is not, so that an import that a crash cut short shows nothing and can be done again.
 */
export function eventsOf(assembly: AssemblyId, records: readonly ListeningRecord[]): readonly Event[] {
  const shared = new Map<string, ListeningRecord[]>()
  const ballots = new Map<ParticipantId, ListeningRecord[]>()
  for (const record of records) {
    const owner = ownerOf(record)
    if (owner === null) push(shared, placeOf(record), record)
    else push(ballots, owner, record)
  }
  const naming = shared.get('assembly') ?? []
  shared.delete('assembly')
  const lists = [...shared.values(), ...ballots.values(), naming]
  return lists.filter((some) => some.length > 0).map((some) => ({ type: 'said', assembly, records: some }))
}

const placeOf = (record: ListeningRecord): string =>
  record.type === 'statement' || record.type === 'case' ? `${record.type} ${record.id}` : record.type

function ownerOf(record: ListeningRecord): ParticipantId | null {
  if ('participant' in record) return record.participant
  return record.type === 'participant' ? record.id : null
}

function push<K>(lists: Map<K, ListeningRecord[]>, key: K, record: ListeningRecord): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [record])
  else list.push(record)
}
