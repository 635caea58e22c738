import { id } from '../../kernel/index.ts'
import { type Ballots, ballotsOf, supportersOf } from '../ballots.ts'
import type { Profile } from '../profile.ts'

/** The profile with these ballots besides, which stand for nobody yet, cast by people who saw everything. */
export function withRows(profile: Profile, rows: readonly (readonly number[])[]): Profile {
  const approvals = appended(profile.approvals, rows)
  const everything = [...profile.candidates.keys()]
  return {
    ...profile,
    people: [...profile.people, ...rows.map((_, at) => id<'participant'>(`added ${at}`))],
    approvals,
    seen: appended(
      profile.seen,
      rows.map(() => everything),
    ),
    supporters: supportersOf(approvals, profile.candidates.length),
    weights: Float64Array.from([...profile.weights, ...rows.map(() => 0)]),
  }
}

function appended({ offsets, candidates }: Ballots, rows: readonly (readonly number[])[]): Ballots {
  const more = ballotsOf(rows)
  const marks = new Uint32Array(candidates.length + more.candidates.length)
  marks.set(candidates)
  marks.set(more.candidates, candidates.length)
  const ends = more.offsets.subarray(1).map((end) => candidates.length + end)
  return { offsets: Uint32Array.from([...offsets, ...ends]), candidates: marks }
}
