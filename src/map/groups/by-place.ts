import type { GroupingEvidence, OpinionGroup, TriedDivision } from '../opinion-map.ts'
import { type Division, divisionOf } from './division.ts'
import { evidenceOf } from './evidence.ts'
import { leastMembers } from './fitted.ts'
import {
  FEWEST_PLACED,
  type Grouped,
  type MapOptions,
  membership,
  type Progress,
  tooFew,
  ungrouped,
} from './grouped.ts'
import { foretellsBy } from './latent/foretells.ts'
import { letter } from './names.ts'
import { type Rerun, rerunOf } from './reruns.ts'
import { CROWDS, CROWDS_DRAWN, exceededOnceInTwenty, shapeOf, ungroupedSilhouette } from './ungrouped.ts'
import { firmnessOf, type Standing, unitsOf } from './units.ts'

/**
 * Groups of people who stand near each other: of the divisions that fit better than crowds without groups and come
 * back when people are drawn again, the one that fits best; or the number of groups that was asked for.
 *
 * Source: the rule and its thresholds, with what they let through: ADR 0014.
 */
export function* byPlace(standing: Standing, { seed, reruns, k }: MapOptions): Generator<Progress, Grouped> {
  const { matrix, rows } = standing
  const division = divisionOf(standing.points, `${seed}/division`)
  if (rows.length < FEWEST_PLACED || division.best === null)
    return ungrouped(
      matrix,
      whyNone(rows.length, division),
      evidenceOf(division, [], { chanceSilhouette: null, asked: k }),
    )

  const chanceSilhouette = yield* chanceSteps(standing.points, seed)
  yield { doing: 're-runs', done: 0, of: reruns }
  const units = unitsOf(standing, division)
  const runs: Rerun[] = []
  while (runs.length < reruns) {
    const run = `${seed}/re-run/${runs.length}`
    runs.push(rerunOf(units, units.again(run), run))
    yield { doing: 're-runs', done: runs.length, of: reruns }
  }

  const evidence = evidenceOf(division, runs, { chanceSilhouette, asked: k })
  const shown = evidence.tried.findIndex((one) => (k === null ? one.verdict.kind === 'chosen' : one.k === k))
  if (shown < 0) return ungrouped(matrix, firstDoubt(division, evidence), evidence)
  const { centres, labels } = division.tried[shown]!
  if (k === null && !tells(standing, evidence.tried[shown]!.k, seed))
    return ungrouped(
      matrix,
      foretellsNothing(evidence.tried[shown]!.k),
      withoutChosen(evidence, evidence.tried[shown]!.k),
    )
  const firmness = firmnessOf(runs, shown)
  return {
    grouping: { kind: 'groups', groups: groupsOf(evidence.tried[shown]!, centres), evidence },
    ...membership(standing, labels, (person) => firmness[units.unitOf(person)] ?? 0),
  }
}

/** Whether the groups foretell votes that were held back better than everybody together does. */
function tells({ matrix, rows }: Standing, k: number, seed: string): boolean {
  const { mean, error } = foretellsBy(matrix, rows, { k, seed: `${seed}/foretells` })
  return mean > BEYOND * error
}

const foretellsNothing = (k: number): string =>
  `divided in ${k}, people’s groups foretell nothing about votes that were held back`

/** Nothing is chosen where the division that fits best foretells nothing: others that came back are not asked. */
const withoutChosen = (evidence: GroupingEvidence, k: number): GroupingEvidence => ({
  ...evidence,
  tried: evidence.tried.map((one) =>
    one.verdict.kind === 'not-stable'
      ? one
      : { ...one, verdict: { kind: 'not-stable', because: foretellsNothing(k) } },
  ),
})

/** Standard errors by which groups must foretell votes better than everybody together (ADR 0014). */
const BEYOND = 2

/** The silhouette that people without groups exceed once in twenty. */
function* chanceSteps(points: Float64Array, seed: string): Generator<Progress, number> {
  const of = CROWDS.length * CROWDS_DRAWN
  yield { doing: 'ungrouped-crowds', done: 0, of }
  const shape = shapeOf(points)
  const chances: number[] = []
  for (const [at, crowd] of CROWDS.entries()) {
    const drawn: number[] = []
    while (drawn.length < CROWDS_DRAWN) {
      drawn.push(ungroupedSilhouette(shape, crowd, `${seed}/${crowd}/${drawn.length}`))
      yield { doing: 'ungrouped-crowds', done: at * CROWDS_DRAWN + drawn.length, of }
    }
    chances.push(exceededOnceInTwenty(drawn, shape.people))
  }
  return Math.max(...chances)
}

function whyNone(placed: number, { tried }: Division): string {
  if (placed < FEWEST_PLACED) return tooFew(placed)
  if (tried.length === 0) return 'everybody stands in the same place'
  return `every division sets fewer than ${leastMembers(placed)} people apart`
}

/** What speaks against the division that fits best. */
function firstDoubt({ best }: Division, { tried }: GroupingEvidence): string {
  const verdict = tried.find(({ k }) => k === best)?.verdict
  return verdict?.kind === 'not-stable' ? verdict.because : 'so many groups were not tried'
}

const groupsOf = ({ sizes, holds }: TriedDivision, centres: Float64Array): OpinionGroup[] =>
  sizes.map((members, part) => ({
    id: letter(part),
    members,
    centre: [centres[2 * part]!, centres[2 * part + 1]!],
    holds: holds[part]!,
  }))
