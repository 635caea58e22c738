import { normalQuantile } from '../../kernel/index.ts'
import { ACCEPTED, DECLARED_RULES } from '../rulings.ts'
import { DRAWS, meanShare, type Stratum, type Tally, together } from '../strata.ts'
import { majorityOf } from '../strength.ts'
import { easiest, type Fewest, fewestSuch, tried } from './fewest.ts'
import { majorityBound } from './majority-bounds.ts'
import { MOST_COUNTED, RULE_BOUNDS, untilLevel } from './ruling-rules.ts'
import { someWayOn } from './ruling-ways.ts'

/** What a ruling was decided on, seen from the first value of its conflict. */
export interface Decided {
  readonly strata: readonly Stratum[]
  /** People in no group while none of them compared: they weigh as soon as one in no group does. */
  readonly unplaced: number
  /** What the draws of its probability are named by. */
  readonly seed: string
}

/**
 * The fewest added ballots after which a robust ruling no longer stands, or after which a contested one does, for
 * either side.
 *
 * Every added ballot compares, all alike, in whichever group is worst. What the declared rules take is exact. The
 * probability of a weighted majority has a proven bound, and is asked itself of the attacks that are tried: of few people
 * all there are.
 *
 * Source: this project, ADR 0058.
 */
export function fewestOnRuling(decided: Decided): Fewest {
  const { strata, unplaced } = decided
  // Without groups, and while nobody compared, the first ballots that do make a stratum of all.
  const told = strata.length > 0 ? decided : { ...decided, strata: [nobodyYet(unplaced)], unplaced: 0 }
  const sides = [sideOf(told, false), sideOf(told, true)]
  const standing = sides.find((side) => side.stands(side.strata))
  if (standing)
    return tried(
      undone(standing),
      someWayOn(standing, (strata) => !standing.stands(strata)),
    )
  const [first, second] = sides as [Side, Side]
  const isMade = (strata: readonly Stratum[]) => first.stands(strata) || second.stands(strata.map(reversed))
  return tried(madeBy(sides), someWayOn(first, isMade))
}

/** For whichever side takes fewer. */
function madeBy(sides: readonly Side[]): Fewest {
  const [nearer, farther] = sides
    .map((side) => ({ side, atLeast: fewestToward(side) }))
    .sort((a, b) => a.atLeast - b.atLeast) as [Contender, Contender]
  const found = made(nearer)
  return farther.atLeast >= found.atMost ? found : easiest([found, made(farther)])
}

const nobodyYet = (people: number): Stratum => ({
  group: null,
  people: Math.max(1, people),
  wins: 0,
  n: 0,
})

/** The same seen from the side that ballots are cast for or against. */
interface Side extends Decided {
  /** Whether the ruling stands for it. */
  readonly stands: (strata: readonly Stratum[]) => boolean
  readonly agreed: (strata: readonly Stratum[]) => boolean
}

interface Contender {
  readonly side: Side
  readonly atLeast: number
}

function sideOf(decided: Decided, isSecond: boolean): Side {
  const turned = (strata: readonly Stratum[]) => (isSecond ? strata.map(reversed) : strata)
  const agreed = (strata: readonly Stratum[]) => {
    const [everybody, groups] = countedIn(strata)
    return DECLARED_RULES.every(({ favours }) => favours(everybody, groups) === 1)
  }
  return {
    ...decided,
    strata: turned(decided.strata),
    agreed,
    stands: (strata) => {
      if (!agreed(strata)) return false
      const { probability } = majorityOf(turned(strata), decided.seed)
      return (isSecond ? 1 - probability : probability) >= ACCEPTED
    },
  }
}

function undone({ strata, unplaced, stands }: Side): Fewest {
  const byRules = Math.max(1, Math.min(...boundsOn(strata, 'against')))
  const bound = (ballots: number) => majorityBound(strata, { ballots, unplaced, cast: 'against' })
  const atLeast = fewestSuch((ballots) => bound(ballots) < ACCEPTED + NOISE, 1, byRules)
  // What was counted no further is no attack: so many at least.
  const enough = byRules < MOST_COUNTED ? byRules : Number.POSITIVE_INFINITY
  if (atLeast >= byRules) return { atLeast: byRules, atMost: enough, aim: [] }
  const attacks = strata.map((_, at) => (ballots: number) => cast(strata, allIn(strata, at, ballots), 0))
  const likely = attacks
    .map((attack) => ({
      attack,
      ballots: fewestSuch((ballots) => !isLikely(attack(ballots)), atLeast, byRules),
    }))
    .reduce((best, one) => (one.ballots < best.ballots ? one : best))
  const found = firstFrom(likely.ballots, byRules, (ballots) => !stands(likely.attack(ballots)))
  return { atLeast, atMost: Math.min(enough, found), aim: [] }
}

function fewestToward({ strata, unplaced }: Side): number {
  const byRules = Math.max(1, ...boundsOn(strata, 'toward'))
  const bound = (ballots: number) => majorityBound(strata, { ballots, unplaced, cast: 'for' })
  return fewestSuch((ballots) => bound(ballots) >= ACCEPTED - NOISE, byRules)
}

function made({ side: { strata, agreed, stands }, atLeast }: Contender): Fewest {
  // Nobody left behind first; the rest divided as the people are, or all in the largest group.
  const level = strata.map((one) => (one.group === null ? 0 : untilLevel(one.n - 2 * one.wins)))
  const least = level.reduce((sum, share) => sum + share, 0)
  const largest = strata.reduce((best, { people }, at) => (people > strata[best]!.people ? at : best), 0)
  const likely = [(more: number) => dividedAs(strata, more), (more: number) => allIn(strata, largest, more)]
    .map(
      (spread) => (ballots: number) =>
        cast(
          strata,
          spread(ballots - least).map((share, at) => share + level[at]!),
          1,
        ),
    )
    .map((attack) => ({
      attack,
      ballots: fewestSuch(
        (ballots) => agreed(attack(ballots)) && isLikely(attack(ballots)),
        Math.max(atLeast, least),
      ),
    }))
    .reduce((best, one) => (one.ballots < best.ballots ? one : best))
  return {
    atLeast,
    atMost: firstFrom(likely.ballots, MOST_TRIED, (ballots) => stands(likely.attack(ballots))),
    aim: [],
  }
}

/** By a normal approximation: where to look for attacks. */
function isLikely(strata: readonly Stratum[]): boolean {
  const everybody = strata.reduce((sum, { people }) => sum + people, 0)
  let [mean, variance] = [0, 0]
  for (const { people, wins, n } of strata) {
    const share = meanShare({ wins, n })
    mean += (people / everybody) * share
    variance += (people / everybody) ** 2 * ((share * (1 - share)) / (n + 2))
  }
  return mean - normalQuantile(ACCEPTED) * Math.sqrt(variance) > 0.5
}

/** The first count that is seen to be enough; steps grow, as each look draws the probability anew. */
function firstFrom(from: number, most: number, isEnough: (count: number) => boolean): number {
  for (let count = from; count <= most; count += Math.max(1, Math.ceil(count / 50)))
    if (isEnough(count)) return count
  return Number.POSITIVE_INFINITY
}

/** What each declared rule takes. */
const boundsOn = (strata: readonly Stratum[], kind: 'against' | 'toward'): number[] =>
  DECLARED_RULES.map(({ rule }) => RULE_BOUNDS[rule]![kind](...countedIn(strata)))

function countedIn(strata: readonly Stratum[]): readonly [everybody: Tally, groups: readonly Tally[]] {
  const everybody = together(strata)
  const groups = strata.filter(({ group }) => group !== null)
  return [everybody, groups.length === 0 ? [everybody] : groups]
}

/** So many more people in each stratum, who all prefer the side (1) or the other (0). */
const cast = (strata: readonly Stratum[], added: readonly number[], voice: 0 | 1): Stratum[] =>
  strata.map(({ group, people, wins, n }, at) => ({
    group,
    people: people + added[at]!,
    wins: wins + voice * added[at]!,
    n: n + added[at]!,
  }))

const allIn = (strata: readonly Stratum[], place: number, ballots: number): number[] =>
  strata.map((_, at) => (at === place ? ballots : 0))

/** Whole ballots, the parts that are left over to the earliest. */
function dividedAs(strata: readonly Stratum[], ballots: number): number[] {
  const everybody = strata.reduce((sum, { people }) => sum + people, 0)
  const down = strata.map(({ people }) => Math.floor((people * ballots) / everybody))
  let rest = ballots - down.reduce((sum, share) => sum + share, 0)
  return down.map((share) => share + Number(rest-- > 0))
}

const reversed = (stratum: Stratum): Stratum => ({ ...stratum, wins: stratum.n - stratum.wins })

/** Four standard errors of the draws: the drawn probability is farther off once in thirty thousand times (ADR 0058). */
const NOISE = 4 * Math.sqrt((ACCEPTED * (1 - ACCEPTED)) / DRAWS)
/** Attacks that take more are not looked for (ADR 0058). */
const MOST_TRIED = 10_000
