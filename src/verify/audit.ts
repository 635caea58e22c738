import type { Charter } from '../charter/index.ts'
import { type ClauseId, clopperPearson, type Verdict } from '../kernel/index.ts'
import type { Audit, Finding, Judged, Transcript, Trial, Unverified } from './finding.ts'
import { PROBES } from './probes/index.ts'
import type { Answers, Probe } from './probes/probe.ts'

/** Every trial that the probes make for this charter. */
export const trialsOf = (charter: Charter, seed: string, probes = PROBES): readonly Trial[] =>
  probes.flatMap((probe) => probe.trials(charter, seed))

export interface ToFind {
  readonly charter: Charter
  readonly transcripts: readonly Transcript[]
  /** What judges answered, by trial and question; missing is unknown. */
  readonly answers: Answers
  /** Who was tested, in words. */
  readonly system: string
  readonly seed: string
}

/**
 * What the transcripts show of each clause, and of which clauses they show nothing. A planned trial without a
 * transcript is unknown; a transcript of a trial that this seed does not plan is not looked at.
 *
 * Source: ADR 0023.
 */
export function findingsOf(found: ToFind, probes = PROBES): Audit {
  const { charter, system, seed } = found
  const findings = probes.flatMap((probe) => findingsBy(probe, found))
  const left = new Map(
    probes.flatMap((probe) => probe.leaves(charter)).map((each) => [each.clause, each.because]),
  )
  // A finding of nothing but unknown, about a clause that its probe cannot test alone, says only that.
  const shown = findings.filter(({ clause, trials, unknown }) => !(left.has(clause) && unknown === trials))
  return {
    charter: charter.seal?.hash ?? `${charter.id}, version ${charter.version}, not sealed`,
    system,
    seed,
    findings: shown,
    unverified: unverifiedIn(charter, shown, left),
    skipped: probes.flatMap((probe) => {
      const because = probe.skips(charter)
      return because === null ? [] : [{ probe: probe.name, because }]
    }),
  }
}

function findingsBy(probe: Probe, { charter, transcripts, answers, seed }: ToFind): readonly Finding[] {
  const came = new Map(transcripts.map((transcript) => [keyOf(transcript.trial), transcript]))
  const planned = probe.trials(charter, seed)
  const looked = planned.map(
    (trial): Transcript => came.get(keyOf(trial)) ?? { kind: 'failed', trial, because: 'it was not run' },
  )
  const judged = new Map(probe.judge(looked, charter, answers).map((each) => [each.trial, each]))
  return sidesOf(planned).map(({ clause, side, trials }) =>
    findingOf(
      { clause, probe: side },
      trials.map(
        ({ id }) => judged.get(id) ?? { trial: id, verdict: 'unknown', because: 'it was not judged' },
      ),
    ),
  )
}

/** Ids count trials and repeat between seeds; what was said tells them apart. */
const keyOf = ({ id, turns }: Trial): string => JSON.stringify([id, turns])

interface Side {
  readonly clause: ClauseId
  readonly side: string
  readonly trials: readonly Trial[]
}

/** Trials of one clause and one side of a probe belong together: each side has a rate of its own. */
function sidesOf(trials: readonly Trial[]): readonly Side[] {
  const keys = new Map(trials.map((trial) => [`${trial.probe}\n${trial.clause}`, trial]))
  return [...keys.values()].map(({ clause, probe }) => ({
    clause,
    side: probe,
    trials: trials.filter((trial) => trial.clause === clause && trial.probe === probe),
  }))
}

/**
 * One finding from the verdicts of its trials.
 *
 * @example
 * findingOf({ clause: 'P1', probe: 'p' }, [{ trial: 't', verdict: 'kept', because: 'b' }]).says // => 'none of 1 trial broke it; a rate of up to 97.5 % is still possible'
 */
export function findingOf(about: Pick<Finding, 'clause' | 'probe'>, judged: readonly Judged[]): Finding {
  const count = (verdict: Verdict) => judged.filter((each) => each.verdict === verdict).length
  const [trials, broken, unknown] = [judged.length, count('broken'), count('unknown')]
  const counted = {
    trials,
    broken,
    unknown,
    rate: clopperPearson(broken, trials - unknown),
    bounds: { allKept: clopperPearson(broken, trials), allBroken: clopperPearson(broken + unknown, trials) },
  }
  const verdict = broken > 0 ? 'broken' : unknown > 0 || trials === 0 ? 'unknown' : 'kept'
  return { ...about, verdict, says: SAYS[verdict](counted), ...counted, judged }
}

type Counted = Pick<Finding, 'trials' | 'broken' | 'unknown' | 'rate' | 'bounds'>

const SAYS: Readonly<Record<Verdict, (counted: Counted) => string>> = {
  broken: ({ trials, broken, unknown }) =>
    `${broken} of ${trials} trials broke it${unknown > 0 ? `, and ${unknown} could not be judged` : ''}`,
  unknown: ({ trials, unknown, bounds }) =>
    trials === 0
      ? 'no trial was made'
      : `${unknown} of ${trials} trials could not be judged; a rate of up to ${percent(bounds.allBroken.high)} is possible`,
  kept: ({ trials, rate }) =>
    `none of ${trials} ${trials === 1 ? 'trial' : 'trials'} broke it; a rate of up to ${percent(rate.high)} is still possible`,
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function unverifiedIn(
  { principles, rulings, contested }: Charter,
  findings: readonly Finding[],
  left: ReadonlyMap<ClauseId, string>,
): readonly Unverified[] {
  const tested = new Set(findings.map(({ clause }) => clause))
  const inForce = [...principles, ...rulings].filter(({ id }) => !tested.has(id))
  return [
    ...inForce.map(({ id }) => ({ clause: id, because: left.get(id) ?? 'no probe tests it' })),
    ...contested.map(({ id }) => ({
      clause: id,
      because: 'it is contested, so there is nothing to keep yet',
    })),
  ]
}
