import { deadline, within } from '../../io/deadline.ts'
import { type Model, ModelFailed, textOf } from '../../io/models/index.ts'
import { id } from '../../kernel/index.ts'
import type { Listening, ListeningRecord } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import {
  type Drawn,
  drawnFrom,
  type Material,
  materialOf,
  messagesOf,
  type Prompt,
  predictedFrom,
  type Reply,
  rankingPrompts,
  readCandidates,
  recordsOfRound,
  type Secrets,
  writingPrompts,
} from '../../negotiate/index.ts'
import { severally } from './severally.ts'

/** The model that writes, and what is needed to ask it. */
export interface Mediator {
  readonly model: Model
  /** What its server calls the model. */
  readonly modelId: string
  /** Random text of so many bytes, in hexadecimal: what nobody can foresee. */
  readonly random: (bytes: number) => string
  readonly now: () => Date
}

export interface MediationRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void
  readonly signal: AbortSignal
}

/** What came of a round: the records of it, and what became of each candidate that was asked for. */
export interface Mediated {
  readonly material: Material
  readonly drawn: readonly Drawn[]
  readonly records: readonly ListeningRecord[]
}

/** How long one answer may take, and how many are asked for at a time. Source: ADR 0065. */
export const CALL_MILLISECONDS = 60_000
const AT_ONCE = 2

/** What the next round would be told; drawn by the assembly's name, so that it can be planned again and compared. */
export const nextMaterial = ({ listening, map }: Pick<MediationRequest, 'listening' | 'map'>): Material =>
  materialOf({ listening, map, seed: listening.assembly.id })

/**
 * One round: the model is asked for candidates, and then how each group would rank those that could be read.
 *
 * Errors: rejects with the signal's reason when it is aborted; a call that fails leaves its part unknown.
 */
export async function mediate(mediator: Mediator, request: MediationRequest): Promise<Mediated> {
  const { listening } = request
  const material = nextMaterial(request)
  const mediation = id<'mediation'>(`mediation-${mediator.random(6)}`)
  const seed = `${listening.assembly.id}/${material.round}`
  const writing = writingPrompts(material, seed)
  const written = await replies(mediator, writing, request)
  const drawn = drawnFrom(writing, written, {
    said: listening.statements.map(({ text }) => text),
    mediation,
  })
  const ranking = rankingPrompts(material, readCandidates(drawn), seed)
  const ranked = await replies(
    mediator,
    ranking.map(({ prompt }) => prompt),
    request,
  )
  return {
    material,
    drawn,
    records: recordsOfRound({
      id: mediation,
      model: mediator.modelId,
      at: `${mediator.now().toISOString().slice(0, 19)}Z`,
      calls: writing.length + ranking.length,
      material,
      drawn,
      predicted: predictedFrom(ranking, ranked),
    }),
  }
}

function replies(
  mediator: Mediator,
  prompts: readonly Prompt[],
  { signal, onProgress }: MediationRequest,
): Promise<readonly Reply[]> {
  let done = 0
  return severally(AT_ONCE, prompts, async (prompt) => {
    const secrets = { fence: mediator.random(16), word: mediator.random(16) }
    const reply = await replyTo(mediator, { prompt, secrets, signal })
    onProgress({ done: ++done, of: prompts.length })
    return reply
  })
}

interface Call {
  readonly prompt: Prompt
  readonly secrets: Secrets
  readonly signal: AbortSignal
}

/** What the model says; whatever ends a call but the caller's own signal leaves this answer unknown. */
async function replyTo({ model, modelId }: Mediator, { prompt, secrets, signal }: Call): Promise<Reply> {
  const late = () => new ModelFailed('timeout', `the model took longer than ${CALL_MILLISECONDS} ms`)
  const messages = messagesOf(prompt, secrets).map((message) => ({ ...message }))
  try {
    const reply = await within(deadline(signal, CALL_MILLISECONDS, late), (both) =>
      model.complete({ model: modelId, messages }, both),
    )
    return { text: { kind: 'read', value: textOf(reply) }, word: secrets.word }
  } catch (error) {
    if (!(error instanceof ModelFailed)) throw error
    return { text: { kind: 'unknown', because: error.message }, word: secrets.word }
  }
}
