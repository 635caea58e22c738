import { FEWEST_SHOWN, type GroupId, type StatementId } from '../../kernel/index.ts'
import type { Listening, Mediation, Statement } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { ALIKE, likeness } from './alike.ts'
import { type Order, type Ranked, rankedBy, type Voice } from './preferences.ts'

/** How one group is foretold to rank the candidates, and by what. */
export interface Foretold {
  readonly group: GroupId
  readonly by: 'model' | 'votes'
  readonly orders: readonly Order[]
}

/**
 * The candidates of a round as groups are foretold to rank them: by the model's two answers, else by how the group voted
 * on statements alike. Every group counts the same: what is looked for is what all of them can share.
 *
 * Source: ADR 0065.
 */
export function foretoldOf(
  round: Pick<Mediation, 'predicted'>,
  candidates: readonly Statement[],
  { listening, map }: { readonly listening: Listening; readonly map: OpinionMap },
): { readonly groups: readonly Foretold[]; readonly ranked: Ranked } {
  const ids = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id) : []
  const groups = ids.flatMap((group): Foretold[] => {
    const given = round.predicted.filter((one) => one.group === group)
    if (given.length >= ANSWERS)
      return [{ group, by: 'model', orders: given.map(({ order }) => order.map((one) => [one])) }]
    const order = orderFromVotes(candidates, pooledIn(listening, map, group))
    return order === null ? [] : [{ group, by: 'votes', orders: [order] }]
  })
  const voices = groups.map(({ orders }): Voice => ({ orders, weight: 1 }))
  return {
    groups,
    ranked: rankedBy(
      candidates.map(({ id }) => id),
      voices,
    ),
  }
}

/** A group's ranking is foretold only by both answers. */
const ANSWERS = 2

type Pooled = (text: string) => number | null

/** The group's share of agreement with statements like a text, each counted by how alike it is; null where none is. */
function pooledIn({ statements }: Listening, { support }: OpinionMap, group: GroupId): Pooled {
  const shares = new Map(support.map(({ statement, groups }) => [statement, groups.get(group)?.agree]))
  const own = statements.flatMap(({ id, text, written }) => {
    const share = shares.get(id)
    return written === null && share !== undefined && share.n >= FEWEST_SHOWN ? [{ text, share }] : []
  })
  return (text) => {
    const near = own
      .map(({ text: other, share }) => ({ alike: likeness(text, other), share }))
      .filter(({ alike }) => alike >= ALIKE)
    const weight = near.reduce((sum, { alike, share }) => sum + alike * share.n, 0)
    return weight === 0
      ? null
      : near.reduce((sum, { alike, share }) => sum + alike * share.n * share.estimate, 0) / weight
  }
}

function orderFromVotes(candidates: readonly Statement[], pooled: Pooled): Order | null {
  const shares = candidates.flatMap(({ id, text }) => {
    const share = pooled(text)
    return share === null ? [] : [{ id, share }]
  })
  if (shares.length < 2) return null
  const levels = [...new Set(shares.map(({ share }) => share))].sort((a, b) => b - a)
  return levels.map((level): readonly StatementId[] =>
    shares.filter(({ share }) => share === level).map(({ id }) => id),
  )
}
