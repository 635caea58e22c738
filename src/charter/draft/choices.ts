import { DIAL_TOUCHES_OTHERS, FLOOR_EACH_GROUP, FLOOR_OVERALL } from '../../classify/index.ts'
import { ACCEPTED } from '../../negotiate/index.ts'
import type { Thresholds } from '../schema.ts'

/** Every number that drafting rests on, as the stages before used them; the inclusion of seats by ADR 0019. */
export const THRESHOLDS: Thresholds = {
  floorOverall: FLOOR_OVERALL,
  floorEachGroup: FLOOR_EACH_GROUP,
  seatInclusion: 0.9,
  dialTouchesOthers: DIAL_TOUCHES_OTHERS,
  rulingWinProbability: ACCEPTED,
}

/** Agreement is not a claim that it must bind: of floors that rest on it alone, only the strongest are drafted. */
export const MOST_FLOORS_FROM_AGREEMENT = 12

/** How many voices of one group are printed under a clause; the rest are counted. */
export const MOST_VOICES = 3

/** How many undetermined statements of a kind are listed one by one; the rest stand together. */
export const MOST_LISTED = 5

/** When a ruling is looked at again, and when what is contested is. */
export const RULING_REVIEW = 'P1Y'
export const CONTESTED_REVIEW = 'P6M'
