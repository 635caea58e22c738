import { byId } from '../../kernel/index.ts'

/** One thing over another, or a tie. */
export interface Duel<Item extends string> {
  readonly a: Item
  readonly b: Item
  readonly prefers: 'a' | 'b' | 'tie'
}

/** Things that were compared with one another, directly or through others, sorted by id. */
export interface Component<Item extends string> {
  readonly items: readonly Item[]
  readonly duels: readonly Duel<Item>[]
}

/** Two items, by position, how often they met and how often the first won, a tie being half. */
export interface PairCount {
  readonly i: number
  readonly j: number
  readonly met: number
  readonly won: number
}

/** The parts of what was compared that no chain of duels joins: between them nothing can be said. */
export function componentsOf<Item extends string>(duels: readonly Duel<Item>[]): readonly Component<Item>[] {
  const parent = new Map<Item, Item>()
  const rootOf = (item: Item): Item => {
    const up = parent.get(item) ?? item
    if (up === item) return item
    const root = rootOf(up)
    parent.set(item, root)
    return root
  }
  for (const { a, b } of duels) {
    for (const item of [a, b]) if (!parent.has(item)) parent.set(item, item)
    parent.set(rootOf(a), rootOf(b))
  }
  const members = new Map<Item, Item[]>()
  for (const item of [...parent.keys()].sort(byId)) {
    const root = rootOf(item)
    members.set(root, [...(members.get(root) ?? []), item])
  }
  return [...members].map(([root, items]) => ({ items, duels: duels.filter(({ a }) => rootOf(a) === root) }))
}

/**
 * Duels counted by pair, in one order, so that the same duels give the same bits however they came.
 *
 * @example
 * pairCounts({ items: ['x', 'y'], duels: [{ a: 'y', b: 'x', prefers: 'a' }] }) // => [{ i: 0, j: 1, met: 1, won: 0 }]
 */
export function pairCounts<Item extends string>({ items, duels }: Component<Item>): readonly PairCount[] {
  const position = new Map(items.map((item, at) => [item, at]))
  const pairs = new Map<number, PairCount>()
  for (const { a, b, prefers } of duels) {
    const [first, second] = [position.get(a) ?? 0, position.get(b) ?? 0]
    const [i, j, won] = first < second ? [first, second, WON[prefers]] : [second, first, 1 - WON[prefers]]
    const pair = pairs.get(i * items.length + j) ?? { i, j, met: 0, won: 0 }
    pairs.set(i * items.length + j, { i, j, met: pair.met + 1, won: pair.won + won })
  }
  return [...pairs].sort(([one], [other]) => one - other).map(([, pair]) => pair)
}

const WON = { a: 1, b: 0, tie: 0.5 } as const
