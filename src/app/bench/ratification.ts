import { isRefuted, type Says, shareSequence } from '../../charter/index.ts'
import { type Chance, chance } from '../../kernel/index.ts'
import { type Bench, type BenchRequest, type BenchRow, median } from './bench.ts'

/** How often a vote that is watched is called wrongly, and how soon it is called rightly. ADR 0064. */
export const ratification: Bench = {
  name: 'ratification',
  measures:
    'how often bounds on an open vote miss at some look, and how many ballots a clear vote takes to show',
  run: async (request, say) => [
    ...ROLLS.flatMap((roll) => {
      say(`votes of ${roll} people, looked at each time ten have voted`)
      return [missedRow(roll, 'by chance', request), missedRow(roll, 'come from those for it', request)]
    }),
    ...ROLLS.map((roll) => calledRow(roll, request)),
  ],
}

const ROLLS = [60, 600, 6000]
const EVERY = 10
const ALPHA = 0.05
/** Of those who say yes or no; one in twenty abstains. */
const SHARE = 0.6
const ABSTAIN = 0.05

type Order = 'by chance' | 'come from those for it'

/** The true share is just what is asked: whatever is said of it on either side is wrong. */
function missedRow(roll: number, order: Order, { seed, full }: BenchRequest): BenchRow {
  const runs = full ? 5000 : 1000
  const draw = chance(`${seed} ratification ${roll} ${order}`)
  let [watched, peeked] = [0, 0]
  for (let run = 0; run < runs; run++) {
    const cast = order === 'by chance' ? draw.shuffled(answersOf(roll, SHARE)) : leaning(roll, draw)
    if (misses(cast, roll)) watched++
    if (zMisses(cast)) peeked++
  }
  return {
    what: `bounds miss at some look: ${roll} people, early votes ${order}`,
    figure: watched / runs,
    unit: 'share',
    parts: { 'peeked z-interval': peeked / runs },
    ...(order === 'by chance' ? { target: { atMost: ALPHA } } : {}),
  }
}

/** How many ballots it takes until 70 % yes is above the 60 % that are asked. */
function calledRow(roll: number, { seed }: BenchRequest): BenchRow {
  const draw = chance(`${seed} called ${roll}`)
  const taken = Array.from({ length: 40 }, () => {
    const cast = draw.shuffled(answersOf(roll, 0.7))
    const looks = Array.from({ length: Math.floor(roll / EVERY) }, (_, at) => (at + 1) * EVERY)
    return firstOf(looks, (n) => shareSequence(cast.slice(0, n), watching(roll)).low >= SHARE) ?? roll
  })
  return {
    what: `ballots until 70 % yes is above 60 %: ${roll} people`,
    figure: median(taken),
    unit: 'count',
  }
}

/** By halving: once a vote is called it stays called. */
function firstOf(looks: readonly number[], isCalled: (n: number) => boolean): number | undefined {
  let [from, to] = [0, looks.length]
  while (from < to) {
    const half = (from + to) >> 1
    if (isCalled(looks[half]!)) to = half
    else from = half + 1
  }
  return looks[from]
}

const watching = (roll: number) => ({ roll, every: EVERY, alpha: ALPHA })

function answersOf(roll: number, share: number): readonly Says[] {
  const abstain = Math.round(roll * ABSTAIN)
  const yes = Math.round((roll - abstain) * share)
  return Array.from({ length: roll }, (_, at) =>
    at < abstain ? 'abstain' : at < abstain + yes ? 'yes' : 'no',
  )
}

/** The same people, each of those for it twice as likely to come next. */
function leaning(roll: number, draw: Chance): readonly Says[] {
  return answersOf(roll, SHARE)
    .map((says) => ({ says, comes: -Math.log(1 - draw.uniform()) / (says === 'yes' ? 2 : 1) }))
    .sort((a, b) => a.comes - b.comes)
    .map(({ says }) => says)
}

const OPPOSITE: Readonly<Record<Says, Says>> = { yes: 'no', no: 'yes', abstain: 'abstain' }

function misses(cast: readonly Says[], roll: number): boolean {
  const half = { ...watching(roll), alpha: ALPHA / 2 }
  const yes = cast.filter((says) => says === 'yes').length
  const share = yes / cast.filter((says) => says !== 'abstain').length
  const opposite = cast.map((says) => OPPOSITE[says])
  return isRefuted(share, cast, half) || isRefuted(1 - share, opposite, half)
}

/** The usual 95 % interval, looked at from the twentieth ballot on. */
function zMisses(cast: readonly Says[]): boolean {
  let [yes, n] = [0, 0]
  return cast.some((says, at) => {
    if (says !== 'abstain') n++
    if (says === 'yes') yes++
    const share = yes / n
    return (
      at >= 19 &&
      at % EVERY === EVERY - 1 &&
      Math.abs(share - SHARE) > 1.96 * Math.sqrt((share * (1 - share)) / n)
    )
  })
}
