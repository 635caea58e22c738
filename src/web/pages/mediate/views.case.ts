import { id } from '../../../kernel/index.ts'
import { commonGroundOf, costOf, materialOf, standingsOf } from '../../../negotiate/index.ts'
import type { MediateView } from '../../views.ts'
import { grouped, ready, statementOf } from '../../worlds.case.ts'

const written = { model: 'm-1', mediation: id<'mediation'>('m1'), prompt: `sha256:${'0'.repeat(64)}` }

/** A candidate of the round in `mediateViewOf`. */
export const candidateOf = (name: string, text: string, parts: Parameters<typeof statementOf>[1] = {}) =>
  statementOf(text, { id: id(name), origin: 'mediator', written, moderation: 'waiting', ...parts })

interface Told {
  readonly candidates?: readonly ReturnType<typeof candidateOf>[]
  /** How many people rank the second candidate before the first. */
  readonly rankers?: number
}

let common: ReturnType<typeof commonGroundOf> | null = null
const commonOf = () => {
  common ??= commonGroundOf(grouped().listening, grouped().map)
  return common
}

/** A page with one round of two candidates, which nobody but this person said anything to. */
export function mediateViewOf(
  view: Partial<MediateView> = {},
  { candidates, rankers = 0 }: Told = {},
): MediateView {
  const study = grouped()
  const mediation = {
    id: written.mediation,
    round: 1,
    model: 'm-1',
    at: '2026-03-02T10:00:00Z',
    calls: 8,
    from: [],
    critiques: [],
    predicted: [],
  }
  const words = candidates ?? [candidateOf('x', 'It asks first.'), candidateOf('y', 'It waits first.')]
  const order = [...words].reverse().map((one) => [one.id])
  const listening = {
    ...study.listening,
    statements: [...study.listening.statements, ...words],
    mediations: [mediation],
    reasons: [
      {
        participant: id<'participant'>('p1'),
        statement: id<'statement'>('x'),
        side: 'against' as const,
        words: 'Asks whom?',
      },
    ],
    rankings: Array.from({ length: rankers }, (_, at) => ({
      participant: id<'participant'>(`p${at}`),
      mediation: mediation.id,
      order,
    })),
  }
  const material = materialOf({ listening, map: study.map, seed: 's' })
  return {
    studied: ready(study),
    model: { name: 'm-1', underWay: { kind: 'idle' }, next: { material, cost: costOf(material) } },
    common: commonOf(),
    rounds: standingsOf(listening, study.map),
    mine: { reasons: [], rankings: [] },
    notice: null,
    problem: null,
    ...view,
  }
}
