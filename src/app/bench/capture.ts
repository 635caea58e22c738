import { chance, resultOf } from '../../kernel/index.ts'
import { listeningOf } from '../../listen/index.ts'
import { mapSteps } from '../../map/index.ts'
import { SAMPLE_NEGOTIATION } from '../sample/negotiation.ts'
import { sampleRecords } from '../sample/records.ts'
import { mapOptions, studyOf } from '../study/study-steps.ts'
import type { Bench, BenchRow } from './bench.ts'
import { joined, placedIn, type Turned, turnedBy } from './captured/replay.ts'
import { timed } from './timed.ts'

/** Whether anything turns with fewer added ballots than its number says: groups as they are, and drawn again. */
export const capture: Bench = {
  name: 'capture',
  measures: 'outcomes of the sample that turn when a brigade joins, against the numbers the study prints',
  async run({ seed, full }, say) {
    const negotiation = { ...SAMPLE_NEGOTIATION, reruns: full ? 50 : 12, resamples: 20 }
    say('the sample')
    const study = studyOf(listeningOf(sampleRecords()), negotiation)
    const groups = study.map.grouping.kind === 'groups' ? study.map.grouping.groups.map(({ id }) => id) : []
    const people = study.listening.participants.length
    const rows: BenchRow[] = []
    for (const share of SHARES) {
      const ballots = Math.round((share * people) / (1 - share))
      say(`${ballots} added ballots`)
      const whole = joined(study, { ballots, answers: 1, noise: 0, draw: chance(seed) })
      for (const group of [null, ...groups]) {
        const map = placedIn(study.map, ballots, group)
        const turned = turnedBy(study, { listening: whole, map, seed: negotiation.seed })
        rows.push(
          rowOf(`all in ${group === null ? 'no group' : `group ${group}`}`, { share, ballots, turned }),
        )
      }
      // As in the attack on published conversations: six in ten statements answered, one answer in ten redrawn.
      const loose = joined(study, { ballots, answers: 0.6, noise: 0.1, draw: chance(`${seed}/${share}`) })
      const { result: map, seconds } = timed(() => resultOf(mapSteps(loose, mapOptions(negotiation))), 1)
      const turned = turnedBy(study, { listening: loose, map, seed: negotiation.seed })
      const { target: _, parts, ...row } = rowOf('groups drawn again', { share, ballots, turned })
      const drawn = map.grouping.kind === 'groups' ? map.grouping.groups.length : 0
      rows.push({ ...row, parts: { ...parts, groups: drawn, newGroup: study.captures.newGroup, seconds } })
    }
    return rows
  },
}

/** The shares of all ballots that are the brigade's. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3]

function rowOf(
  where: string,
  {
    share,
    ballots,
    turned,
  }: { readonly share: number; readonly ballots: number; readonly turned: readonly Turned[] },
): BenchRow {
  return {
    what: `${share * 100} % added, ${where}: turned below the number`,
    figure: turned.filter(({ atLeast }) => ballots < atLeast).length,
    unit: 'count',
    parts: { ballots, turned: turned.length },
    target: { atMost: 0 },
  }
}
