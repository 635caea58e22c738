import { type Acted, type Charter, contentHash } from '../../charter/index.ts'
import type { Event } from '../../io/events.ts'
import type { CharterVersion } from '../../io/stores/index.ts'
import { id } from '../../kernel/index.ts'
import type { App } from './app.ts'

export const TOWN = id<'assembly'>('town')
export const AT = '2026-03-01T09:30:00Z'

/** An app that keeps charters and what is done in rounds, and nothing besides. */
export function keptInMemory(): App {
  const versions: CharterVersion[] = []
  const acts: { readonly round: string; readonly acted: Acted }[] = []
  const keep = (charter: Charter, position: number) =>
    versions.unshift({ charter, hash: contentHash(charter), position, status: 'draft', since: AT })
  const commit = async (events: readonly Event[]) => {
    for (const event of events) {
      if (event.type === 'drafted') keep(event.charter, versions.length)
      if (event.type === 'round-act') acts.push({ round: event.round, acted: { act: event.act, at: AT } })
    }
  }
  const store = {
    assemblies: async () => [ASSEMBLY],
    charters: async () => [...versions],
    roundActs: async (_: unknown, round: string) =>
      acts.filter((one) => one.round === round).map(({ acted }) => acted),
  }
  const studies = {
    fresh: async () => ({
      map: {
        people: [
          { id: 'ann', group: 'A' },
          { id: 'bea', group: 'Z' },
        ],
      },
    }),
  }
  return { journal: { store, commit }, studies, now: () => new Date(AT) } as unknown as App
}

const ASSEMBLY = { id: TOWN, question: 'What now?', description: '', source: 'test', synthetic: true }
