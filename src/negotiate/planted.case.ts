import { registerOf } from '../classify/index.ts'
import { people, statement, told, toldMap } from '../classify/told.case.ts'
import { chance, id } from '../kernel/index.ts'
import type { CastVote } from '../listen/index.ts'
import type { PanelRequest } from './panel.ts'

export interface Planted {
  /** People per group. The statements that are not common belong to the groups in turn. */
  readonly groups: Readonly<Record<string, number>>
  readonly statements: number
  /** How many of the statements, the first ones, every group likes. */
  readonly common: number
  /** The share of statements that a person sees. */
  readonly sees: number
  readonly seed: string
}

/** An assembly whose groups are known: what is theirs they mostly like, what is the others' they mostly do not. */
export function planted({
  groups,
  statements,
  common,
  sees,
  seed,
}: Planted): Pick<PanelRequest, 'listening' | 'map' | 'register'> {
  const stream = chance(`planted ${seed}`)
  const names = Object.keys(groups)
  const members = Object.fromEntries(names.map((name) => [name, people(name.toLowerCase(), groups[name]!)]))
  const votes = names.flatMap((name, group) =>
    members[name]!.flatMap((participant) =>
      Array.from({ length: statements }, (_, at) => at).flatMap((at): CastVote[] => {
        if (stream.uniform() >= sees) return []
        const isOurs = at < common || at % names.length === group
        const likes = stream.uniform() < (isOurs ? 0.95 : 0.05)
        return [
          {
            participant: id(participant),
            statement: id(`${at}`),
            vote: likes ? 'agree' : 'disagree',
            at: null,
            shown: null,
          },
        ]
      }),
    ),
  )
  const listening = told({
    statements: Array.from({ length: statements }, (_, at) => statement(`${at}`)),
    votes,
  })
  const map = toldMap(members)
  return { listening, map, register: registerOf(listening, map) }
}
