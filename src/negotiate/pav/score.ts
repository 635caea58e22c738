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

/**
 * What taking the seat away takes from the score, when so many supporters have 1, 2, … seats with it; none has 0.
 *
 * @example
 * lossOf([0, 3, 2]) // => 4
 */
export function lossOf(supportersWith: ArrayLike<number>): number {
  let loss = 0
  for (let has = supportersWith.length - 1; has > 0; has--) loss += supportersWith[has]! / has
  return loss
}

/**
 * What a seat adds at most once some other seat is taken away: as if all supporters who have a seat lost one.
 *
 * @example
 * mostGainOf([3, 2]) // => 5
 */
export const mostGainOf = (supportersWith: ArrayLike<number>): number =>
  supportersWith[0]! + lossOf(supportersWith)
