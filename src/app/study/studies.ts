import type { Study } from '../../charter/index.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import type { Drawn, GroupHistory, Mapped, Studied } from '../../web/views.ts'
import type { Journal } from '../journal.ts'
import { type AssemblyStudy, assemblyStudy } from './assembly-study.ts'
import type { Negotiation } from './negotiation.ts'

/** What is drawn from the answers of each assembly, beside the server. */
export interface Studies {
  /** The newest map, or how far the first one is; asking starts whatever is missing. */
  map(assembly: AssemblyId): Promise<Studied<Mapped>>
  /** The newest study, likewise: the map and all that follows from it. */
  of(assembly: AssemblyId): Promise<Studied>
  /** Waits for a study of all that has been said by now, and perhaps more. */
  fresh(assembly: AssemblyId): Promise<Study>
  /** What became of an assembly’s groups since its first map here. */
  groups(assembly: AssemblyId): GroupHistory
  /** How old each map is that was drawn. */
  ages(): readonly (Drawn & { readonly assembly: AssemblyId })[]
  close(): Promise<void>
}

export interface StudiesOf {
  readonly journal: Pick<Journal, 'store' | 'follow'>
  readonly negotiation: (assembly: AssemblyId) => Negotiation
  readonly onFailure: (failed: { readonly assembly: AssemblyId; readonly because: string }) => void
  readonly now: () => Date
}

/** Follows the journal; an assembly that nobody asked about costs nothing. */
export function studies({ journal, negotiation, onFailure, now }: StudiesOf): Studies {
  const followed = new Map<AssemblyId, AssemblyStudy>()

  const of = (assembly: AssemblyId): AssemblyStudy => {
    const known = followed.get(assembly)
    if (known !== undefined) return known
    const own = assemblyStudy(
      {
        assembly,
        store: journal.store,
        negotiation: negotiation(assembly),
        now: () => now().getTime(),
      },
      (because) => onFailure({ assembly, because }),
    )
    journal.follow(own)
    followed.set(assembly, own)
    return own
  }

  return {
    map: (assembly) => of(assembly).map(),
    of: (assembly) => of(assembly).study(),
    fresh: (assembly) => of(assembly).fresh(),
    groups: (assembly) => of(assembly).groups(),
    ages: () =>
      [...followed].flatMap(([assembly, one]) => {
        const age = one.age()
        return age === null ? [] : [{ assembly, ...age }]
      }),
    close: async () => {
      await Promise.all([...followed.values()].map((one) => one.close()))
    },
  }
}
