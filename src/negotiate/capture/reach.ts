/**
 * What a rule that seats one statement after the other may come to, once some ballots are added: every order that cannot
 * be ruled out is followed, with bounds on what each person has spent.
 *
 * Two orders that seat the same statements are followed as one, with bounds that hold for both.
 */
export interface Reach {
  /** Candidates that are seated whatever is added. */
  readonly always: ReadonlySet<number>
  /** Those that may be; null where there was too much to follow to the end, and it may be any. */
  readonly ever: ReadonlySet<number> | null
}

/** A state of the rule: who is seated, and bounds on what each person owes or has left. */
export interface Reached {
  readonly seated: readonly number[]
  readonly phase: number
  readonly low: Float64Array
  readonly high: Float64Array
  /** No later price is below it. */
  readonly since: number
}

/**
 * Follows every state to the last seat, or as far as `most` of them go: whoever is seated in all by then stays so.
 *
 * Source: this project, ADR 0058.
 */
export function reachOf(
  start: Reached,
  {
    seats,
    most,
    next,
  }: { readonly seats: number; readonly most: number; readonly next: (state: Reached) => readonly Reached[] },
): Reach {
  let states = new Map([[nameOf(start), start]])
  let followed = 0
  for (;;) {
    const open = [...states.values()].filter(({ seated }) => seated.length < seats)
    if (open.length === 0) break
    followed += open.length
    if (followed > most) return { always: common([...states.values()]), ever: null }
    const after = new Map([...states].filter(([, { seated }]) => seated.length >= seats))
    for (const state of open)
      for (const one of next(state)) {
        const same = after.get(nameOf(one))
        after.set(nameOf(one), same === undefined ? one : hullOf(same, one))
      }
    states = after
  }
  const ends = [...states.values()]
  return { always: common(ends), ever: new Set(ends.flatMap(({ seated }) => seated)) }
}

const common = ([first, ...others]: readonly Reached[]): ReadonlySet<number> =>
  new Set((first?.seated ?? []).filter((one) => others.every(({ seated }) => seated.includes(one))))

const nameOf = ({ seated, phase }: Reached): string => `${phase}:${[...seated].sort((a, b) => a - b)}`

const hullOf = (a: Reached, b: Reached): Reached => ({
  ...a,
  low: a.low.map((value, person) => Math.min(value, b.low[person]!)),
  high: a.high.map((value, person) => Math.max(value, b.high[person]!)),
  since: Math.min(a.since, b.since),
})
