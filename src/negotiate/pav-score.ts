/**
 * What one more seat adds to the PAV score when so many of its supporters have 0, 1, 2, … seats: 1 for each who has
 * none, 1/2 for each who has one, and so on.
 *
 * Source: Thiele 1895; Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences, section 2.3.
 *
 * @example
 * gainOf([3, 2]) // => 4
 */
export function gainOf(supportersWith: ArrayLike<number>): number {
  let gain = 0
  for (let has = supportersWith.length - 1; has >= 0; has--) gain += supportersWith[has]! / (has + 1)
  return gain
}
