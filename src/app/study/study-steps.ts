import type { Study } from '../../charter/index.ts'
import { registerOf } from '../../classify/index.ts'
import { resultOf, retold } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import {
  type Engine,
  type MapOptions,
  mapSteps,
  type Progress,
  singleThread,
  USUAL,
} from '../../map/index.ts'
import { capturesOf, panelSteps, rulingsOf } from '../../negotiate/index.ts'
import type { Mapped } from '../../web/views.ts'
import { type Negotiation, USUAL_NEGOTIATION } from './negotiation.ts'

/** What follows from a map besides it. */
export type Concluded = Omit<Study, keyof Mapped>

export interface StudyProgress {
  /** What is being done, as a sentence begins: `Drawing the map`. */
  readonly doing: string
  /** A share of the whole, 0 to 1. */
  readonly done: number
}

/** Runs the stages one after the other, saying how far it is; the same input gives the same study. */
export function* studySteps(
  listening: Listening,
  negotiation: Negotiation,
  engine: Engine = singleThread,
): Generator<StudyProgress, Study> {
  const map = yield* toldMap(mapSteps(listening, mapOptions(negotiation), engine))
  const concluded = yield* concludingSteps({ listening, map }, negotiation)
  return { listening, map, ...concluded }
}

/** How the map of a study is drawn. */
export const mapOptions = ({ seed, reruns }: Negotiation): MapOptions => ({
  ...USUAL,
  seed: `${seed}/map`,
  reruns,
})

/** The steps of a map, as those of a study tell them. */
export const toldMap = <Drawn>(mapping: Generator<Progress, Drawn>): Generator<StudyProgress, Drawn> =>
  retold(mapping, ({ done, of }) => ({
    doing: 'Drawing the map',
    done: (0.6 * done) / Math.max(of, 1),
  }))

/** What follows from a map: how values stand, what each rule would choose, how conflicts are ruled on. */
export function* concludingSteps(
  { listening, map }: Mapped,
  { seats, rule, declared, profile, resamples, seed }: Negotiation,
): Generator<StudyProgress, Concluded> {
  yield { doing: 'Weighing the cases', done: 0.65 }
  const register = registerOf(listening, map)
  const paneling = panelSteps({ listening, map, register, seats, rule, declared, profile, seed, resamples })
  const panel = yield* retold(paneling, ({ done, of }) => ({
    doing: 'Trying every rule',
    done: 0.7 + (0.25 * done) / Math.max(of, 1),
  }))
  yield { doing: 'Ruling on conflicts', done: 0.96 }
  const rulings = rulingsOf({ listening, map, register, seed })
  yield { doing: 'Counting what would overturn it', done: 0.98 }
  const captures = capturesOf({ listening, map, register, panel, rulings, seed })
  return { register, panel, rulings, captures }
}

/** The study in one go. */
export const studyOf = (listening: Listening, negotiation: Negotiation = USUAL_NEGOTIATION): Study =>
  resultOf(studySteps(listening, negotiation))
