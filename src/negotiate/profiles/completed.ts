import type { Chance } from '../../kernel/index.ts'
import { offsetsOf } from '../ballots.ts'
import { oneEach, type Profile } from '../profile.ts'
import type { PooledShares } from './shares.ts'

/**
 * The profile as it might be, had everybody seen everything: modelled, and never votes.
 *
 * Votes stay as they are. Of those of a group who did not see a candidate, as many agree as the pooled share of the group
 * says, give or take what is not known of that share; who they are is drawn by lot. Each completion is one guess, so that
 * a seat that depends on the guess is seated by some completions only.
 *
 * Source: multiple imputation, Rubin 1987, Multiple Imputation for Nonresponse in Surveys, ch. 3; ADR 0046.
 */
export function completed(profile: Profile, shares: readonly PooledShares[], stream: Chance): Profile {
  const everything = Array.from(profile.candidates.keys())
  const agrees = new Uint8Array(profile.people.length * everything.length)
  for (const part of shares) complete(agrees, profile, part, stream)
  const rows = profile.people.map((_, person) =>
    everything.filter((candidate) => agrees[person * everything.length + candidate] === 1),
  )
  return oneEach({
    ...profile,
    approvals: {
      offsets: offsetsOf(rows.map((row) => row.length)),
      candidates: Uint32Array.from(rows.flat()),
    },
    seen: {
      offsets: offsetsOf(profile.people.map(() => everything.length)),
      candidates: Uint32Array.from(profile.people.flatMap(() => everything)),
    },
  })
}

/** One part of the people: what they voted, and a draw of what they would have. */
function complete(
  agrees: Uint8Array,
  { candidates, approvals, seen }: Profile,
  { people, mean, deviation }: PooledShares,
  stream: Chance,
): void {
  const columns = candidates.length
  const saw = new Uint8Array(people.length * columns)
  const unseen = new Uint32Array(columns).fill(people.length)
  people.forEach((person, row) => {
    for (let at = approvals.offsets[person]!; at < approvals.offsets[person + 1]!; at++)
      agrees[person * columns + approvals.candidates[at]!] = 1
    for (let at = seen.offsets[person]!; at < seen.offsets[person + 1]!; at++) {
      saw[row * columns + seen.candidates[at]!] = 1
      unseen[seen.candidates[at]!]!--
    }
  })
  for (let candidate = 0; candidate < columns; candidate++) {
    const share = Math.min(1, Math.max(0, mean[candidate]! + deviation[candidate]! * stream.normal()))
    let open = unseen[candidate]!
    let yes = Math.floor(share * open + stream.uniform())
    // Of those still open, each gets one of the answers still to be dealt: as many agree as were to.
    for (let row = 0; open > 0; row++) {
      if (saw[row * columns + candidate] === 1) continue
      const gets = stream.uniform() * open < yes
      if (gets) agrees[people[row]! * columns + candidate] = 1
      yes -= Number(gets)
      open--
    }
  }
}
