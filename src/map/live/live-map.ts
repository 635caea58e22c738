import { type Engine, type Operation, pairCounts, singleThread } from '../engine/index.ts'
import type { MapOptions, Progress } from '../groups/groups.ts'
import { drawSteps } from '../map.ts'
import type { OpinionMap } from '../opinion-map.ts'
import { gramOf } from '../space/gram.ts'
import { DENSE_UP_TO } from '../space/space.ts'
import type { VoteChange } from '../votes/change.ts'
import type { VoteMatrix, Votes } from '../votes/matrix.ts'
import { voteStore } from '../votes/store.ts'
import { liveCounts } from './live-counts.ts'
import { type Before, type Live, type Preview, type PreviewStep, previewSteps } from './preview.ts'

/** A map kept current while votes come in. */
export interface LiveMap {
  /** How many votes there are. */
  readonly votes: number
  /** How many changes came since the last map was begun. */
  readonly changes: number
  /** Takes answers that were given, changed or taken back, in the order in which that happened. */
  apply(changes: Iterable<VoteChange>): void
  /** A step at a time, and in a blink, where everybody stands by now, in as many groups as `before`. */
  preview(before: Before): Generator<PreviewStep, Preview>
  /**
   * The map, a step at a time: to the last bit what the votes alone give, however they came. It is that of the votes
   * there are when it begins; more may come while it is drawn, and whoever asks may stop asking.
   */
  settle(options: MapOptions): Generator<Progress, OpinionMap>
}

/**
 * Begins with the votes of a matrix.
 *
 * Errors: none; what a change says twice changes nothing.
 */
export function liveMap(start: VoteMatrix, engine: Engine = singleThread): LiveMap {
  const store = voteStore(start)
  const counts = liveCounts(gramOf(start, engine))
  const live: Live = { store, counts, engine, leftOut: start.leftOut }
  let changes = 0
  return {
    get votes() {
      return store.votes
    },
    get changes() {
      return changes
    },
    apply(said) {
      for (const one of said) {
        const applied = store.apply(one)
        if (applied === null) continue
        counts.take(applied)
        changes++
      }
      if (store.movedRows().length > PACK_FROM * store.base().people) store.pack()
    },
    preview: (before) => previewSteps(live, before),
    *settle(options) {
      changes = 0
      return yield* settled(live, options)
    },
  }
}

function* settled({ store, counts, engine }: Live, options: MapOptions): Generator<Progress, OpinionMap> {
  const matrix = store.matrix()
  if (matrix.columns > DENSE_UP_TO) return yield* drawSteps(matrix, options, engine)
  const { counts: pairs } = counts.gram(store.columnsInOrder())
  return yield* drawSteps(matrix, options, knowing(pairs, matrix, engine))
}

/** An engine that need not count the pairs of some votes, because they are known. */
const knowing = (pairs: Int32Array, of: Votes, engine: Engine): Engine => ({
  run: <Input, Part, Output>(
    operation: Operation<Input, Part, Output>,
    votes: Votes,
    input: Input,
  ): Output =>
    operation.name === pairCounts.name && votes === of
      ? (pairs as Output)
      : engine.run(operation, votes, input),
})

/** The share of people from which moved rows are put back among the others (ADR 0038). */
const PACK_FROM = 0.125
