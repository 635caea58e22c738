import { basename } from 'node:path'
import type { StatementId } from '../../../kernel/index.ts'
import { type Listening, readTargets } from '../../../listen/index.ts'
import { matrixOf, type VoteMatrix } from '../../../map/index.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { isVotesAlone, readVotes } from '../../votes/read-votes.ts'
import { orEnd } from '../ending.ts'
import { fileBytes } from '../files.ts'
import { progress } from '../printing.ts'
import { type DataOptions, listeningFrom } from '../source.ts'

/** What a map is drawn from, and how it is told. */
export interface MapSource {
  readonly matrix: VoteMatrix
  /** What stands before the map in JSON. */
  readonly head: object
  /** `id` is what chance is drawn from unless somebody says: no file name, as the same votes are the same map. */
  readonly about: { readonly id: string; readonly title: string; readonly notes: readonly string[] }
  readonly textOf: ReadonlyMap<StatementId, string>
  /** What people said about themselves, and what they answered. */
  readonly said: Said
}

type Said = Pick<Listening, 'participants' | 'population' | 'votes'>

/** The targets of a file take the place of those that were recorded. */
export async function withTargets(said: Said, file: string | undefined): Promise<Said> {
  if (file === undefined) return said
  return { ...said, population: orEnd(readTargets(basename(file), await fileBytes(file, 'targets'))) }
}

export async function sourceOf(source: string, options: DataOptions): Promise<MapSource> {
  if (await isVotesAlone(source)) return votesAlone(source)
  const listening = await listeningFrom(source, options)
  const { assembly, notes, statements } = listening
  return {
    matrix: matrixOf(listening),
    head: { assembly, notes },
    about: { id: assembly.id, title: assembly.question, notes: notes.map(({ says }) => says) },
    textOf: new Map(statements.map(({ id, text }) => [id, text])),
    said: listening,
  }
}

async function votesAlone(file: string): Promise<MapSource> {
  const bar = progress()
  const { matrix } = orEnd(
    await readVotes(file, (rows, done) => bar.show(`Reading votes, row ${rows}`, done)),
  )
  bar.done()
  const title = basename(file)
  return {
    matrix,
    head: { file: title },
    about: { id: USUAL_NEGOTIATION.seed, title, notes: [] },
    textOf: new Map(),
    said: { participants: [], population: [], votes: [] },
  }
}
