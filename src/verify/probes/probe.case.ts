import { describe, expect, test } from 'vitest'
import type { Charter } from '../../charter/index.ts'
import type { Transcript, Trial } from '../finding.ts'
import type { Actor, Answers, Probe } from './probe.ts'

export interface ProbeCase {
  readonly probe: Probe
  /** Charters on which the probe has something to test, by what they show. */
  readonly charters: Readonly<Record<string, Charter>>
  /** A charter on which it has nothing to do. */
  readonly without: Charter
}

const SEEDS = ['a', 'b', 'c']

export const act = (trials: readonly Trial[], actor: Actor): readonly Transcript[] =>
  trials.map((trial) => ({ kind: 'answered', trial, reply: actor(trial.turns) }))

const nobodyJudges: Answers = new Map()

/** What every probe claims: it catches the failure planted for it, passes its honest twin, and never guesses. */
export function probeCase({ probe, charters, without }: ProbeCase): void {
  describe.each(Object.entries(charters))(`${probe.name}, ${'%s'}`, (_, charter) => {
    const verdicts = (actor: Actor, seed: string) => {
      const trials = probe.trials(charter, seed)
      const judged = probe.judge(act(trials, actor), charter, nobodyJudges)
      expect(judged.map(({ trial }) => trial)).toEqual(trials.map(({ id }) => id))
      return { trials, judged }
    }

    test.each(SEEDS)('catches its planted failure on every clause and every side (seed %s)', (seed) => {
      const { trials, judged } = verdicts(probe.planted(charter), seed)
      const verdictOf = new Map(judged.map(({ trial, verdict }) => [trial, verdict]))
      const sideOf = (trial: Trial) => `${trial.probe} ${trial.clause}`
      const sides = new Set(trials.map(sideOf))
      const caught = new Set(trials.filter(({ id }) => verdictOf.get(id) === 'broken').map(sideOf))
      const missed = [...sides].filter((side) => !caught.has(side))
      expect(sides.size).toBeGreaterThan(0)
      expect(missed).toEqual([])
    })

    test.each(SEEDS)('passes its honest twin (seed %s)', (seed) => {
      const { judged } = verdicts(probe.honest(charter), seed)
      expect(judged.filter(({ verdict }) => verdict !== 'kept')).toEqual([])
    })

    test('finds unknown where the system failed', () => {
      const failed = probe
        .trials(charter, 'a')
        .map((trial): Transcript => ({ kind: 'failed', trial, because: 'down' }))
      const judged = probe.judge(failed, charter, nobodyJudges)
      expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']))
    })

    test('the same seed gives the same trials, each with an id and a clause of the charter', () => {
      const trials = probe.trials(charter, 'a')
      const clauses = [...charter.principles, ...charter.rulings].map(({ id }) => id)
      expect(probe.trials(charter, 'a')).toEqual(trials)
      expect(new Set(trials.map(({ id }) => id)).size).toBe(trials.length)
      expect(trials.filter(({ clause }) => !clauses.includes(clause))).toEqual([])
      expect(trials.every(({ turns }) => turns.at(-1)?.role === 'user')).toBe(true)
    })

    test('has something to do, and says so', () => expect(probe.skips(charter)).toBeNull())
  })

  test(`${probe.name} says why it has nothing to do where it has not`, () => {
    expect(probe.trials(without, 'a')).toEqual([])
    expect(probe.skips(without)).toMatch(/\w/)
  })
}
