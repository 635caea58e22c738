import { seen, type Tally } from '../../kernel/index.ts'
import type { Unseen } from '../opinion-map.ts'

/**
 * Who of so many people did not see a statement, and what everybody's share could be: had all of them answered
 * otherwise, and had all of them answered so. Nothing is assumed about them.
 *
 * Units:  shares of all these people; of nobody, from 0 to 1.
 * Source: worst-case bounds, Manski 1989, J. Hum. Resour. 24(3):343-360.
 *
 * @example
 * unseenOf({ agree: 6, pass: 0, disagree: 2 }, 10) // => { people: 2, agree: { atLeast: 0.6, atMost: 0.8 }, disagree: { atLeast: 0.2, atMost: 0.4 } }
 */
export function unseenOf(tally: Tally, people: number): Unseen {
  const unseen = people - seen(tally)
  const bounds = (answered: number) =>
    people === 0
      ? { atLeast: 0, atMost: 1 }
      : { atLeast: answered / people, atMost: (answered + unseen) / people }
  return { people: unseen, agree: bounds(tally.agree), disagree: bounds(tally.disagree) }
}
