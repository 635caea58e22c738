import { byKeys } from '../orders/by-keys.ts'
import { fairestLottery, gainOf, weightedSums } from './fairest-lottery.ts'
import { rivalsOf } from './rivals.ts'
import type { SlateBargain } from './slate-bargain.ts'

/** A slate, and how close it is known to be to the best. */
export interface LeximinSlate {
  readonly slate: readonly number[]
  /** What the group that gains least gains. */
  readonly least: number
  /** No slate gives every group more than this. */
  readonly atMost: number
  /** Whether no slate is better; otherwise none is that differs by one exchange. */
  readonly method: 'every slate that could be better was tried' | 'no exchange of one candidate helps'
}

/** Gains that differ by less are the same: what doubles leave of sums of shares. */
const SAME = 1e-9

/**
 * The slate under which the group that gains least gains most; then the next, and so on.
 *
 * A lottery over slates gives a bound, and a start: its likeliest candidates, exchanged one for one as long as that
 * helps. By the bound, most candidates are in every slate that could be better, or in none; the others are tried in
 * every combination, if these are not too many.
 *
 * Shapes: fewer seats than candidates, and at least one; candidates by number, those worth most to all groups first.
 * Source: ADR 0055.
 */
export function leximinSlate(bargain: SlateBargain): LeximinSlate {
  const { shares, weights, atMost } = fairestLottery(bargain)
  const sums = weightedSums(weights, bargain.utilities)
  const swapped = [byKeys(shares, sums), byKeys(sums)]
    .map((order) => exchanged(triedOf(order.slice(0, bargain.seats), bargain), bargain))
    .reduce((first, second) => (isBetter(second, first) ? second : first))
  const rivals = rivalsOf(sums, bargain.seats, atMost - swapped.ordered[0]! + SAME)
  const best = (rivals ?? []).reduce((leader, slate) => {
    const other = triedOf(slate, bargain)
    return isBetter(other, leader) ? other : leader
  }, swapped)
  return {
    slate: byKeys(sums).filter((candidate) => best.slate.includes(candidate)),
    least: best.ordered[0]!,
    atMost,
    method:
      rivals === null ? 'no exchange of one candidate helps' : 'every slate that could be better was tried',
  }
}

interface Tried {
  readonly slate: readonly number[]
  /** What each group gains, and the same from the least on. */
  readonly gains: Float64Array
  readonly ordered: Float64Array
}

function triedOf(slate: readonly number[], bargain: SlateBargain): Tried {
  const gains = Float64Array.from(bargain.utilities, (_, group) => gainOf(bargain, group, slate))
  return { slate, gains, ordered: gains.slice().sort() }
}

function isBetter({ ordered }: Pick<Tried, 'ordered'>, than: Pick<Tried, 'ordered'>): boolean {
  const at = ordered.findIndex((gain, place) => Math.abs(gain - than.ordered[place]!) > SAME)
  return at !== -1 && ordered[at]! > than.ordered[at]!
}

/** The best exchange of one seated candidate for another, again and again while it helps. */
function exchanged(start: Tried, bargain: SlateBargain): Tried {
  let here = start
  for (;;) {
    let best: Exchange = { ordered: here.ordered, out: -1, in: -1 }
    for (const out of here.slate)
      for (const candidate of bargain.utilities[0]!.keys()) {
        if (here.slate.includes(candidate)) continue
        const gains = here.gains.map(
          (gain, group) => gain + bargain.utilities[group]![candidate]! - bargain.utilities[group]![out]!,
        )
        const other = { ordered: gains.sort(), out, in: candidate }
        if (isBetter(other, best)) best = other
      }
    if (best.out === -1) return here
    const { out, in: entering } = best
    here = triedOf(
      here.slate.map((seated) => (seated === out ? entering : seated)),
      bargain,
    )
  }
}

interface Exchange extends Pick<Tried, 'ordered'> {
  readonly out: number
  readonly in: number
}
