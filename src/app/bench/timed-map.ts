import { type Engine, numberSteps, type Progress, USUAL, type VotesOnMap } from '../../map/index.ts'

/** Seconds by stage. */
export type Stages = Readonly<Record<Stage, number>>

/**
 * What a map's time is told by: `axes` to `findings` are what others call a map, from votes in memory to groups,
 * representative statements and consensus; `evidence` is whether the groups are any, `intervals` how sure numbers are.
 */
export type Stage = 'axes' | 'positions' | 'groups' | 'findings' | 'evidence' | 'intervals'

/** Draws the map of these votes, and tells how long each stage took. */
export function timedMap(votes: VotesOnMap, engine: Engine): Stages {
  const spent = { axes: 0, positions: 0, groups: 0, findings: 0, evidence: 0, intervals: 0 }
  const steps = numberSteps(votes, USUAL, engine)
  for (let step = steps.next(), since = performance.now(); !step.done; ) {
    const stage = STAGE[step.value.doing]
    step = steps.next()
    const until = performance.now()
    spent[stage] += (until - since) / 1000
    since = until
  }
  return spent
}

const STAGE: Readonly<Record<Progress['doing'], Stage>> = {
  axes: 'axes',
  positions: 'positions',
  division: 'groups',
  'ungrouped-crowds': 'evidence',
  're-runs': 'evidence',
  classes: 'groups',
  findings: 'findings',
  intervals: 'intervals',
  bridging: 'intervals',
}
