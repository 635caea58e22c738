import type { Chance } from '../kernel/index.ts'
import { rowsAt } from './ballots.ts'
import { oneEach, type Profile, type ProfileGroup } from './profile.ts'

/**
 * As many people as there are rows, each drawn from all of them: another sample that might have been heard.
 *
 * Only the weights change; everything else is shared with the profile.
 */
export function resample(profile: Profile, stream: Chance): Profile {
  const rows = profile.people.length
  const weights = new Float64Array(rows)
  for (let draw = 0; draw < rows; draw++) weights[stream.below(rows)]!++
  return { ...profile, weights, everybody: rows }
}

/** The profile of these people, once each, in this order; a person may come more than once, or not at all. */
export function drawn(profile: Profile, order: Uint32Array): Profile {
  return oneEach({
    candidates: profile.candidates,
    people: Array.from(order, (person) => profile.people[person]!),
    approvals: rowsAt(profile.approvals, order),
    seen: rowsAt(profile.seen, order),
    groups: profile.groups.map((group) => members(group, order, profile.people.length)),
  })
}

function members({ id, people }: ProfileGroup, order: Uint32Array, everybody: number): ProfileGroup {
  const belongs = new Uint8Array(everybody)
  for (const person of people) belongs[person] = 1
  const places = new Uint32Array(order.length)
  let count = 0
  for (let place = 0; place < order.length; place++) if (belongs[order[place]!] === 1) places[count++] = place
  return { id, people: places.slice(0, count) }
}
