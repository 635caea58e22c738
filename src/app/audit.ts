import type { Charter } from '../charter/index.ts'
import { floorsOf, questionsOf } from '../govern/index.ts'
import { deadline, within } from '../io/deadline.ts'
import type { Judge, Model, Wire } from '../io/models/index.ts'
import { type ClauseId, type Json, listOf, objectOf, type Verdict } from '../kernel/index.ts'
import {
  type Audit,
  exchangeOf,
  findingsOf,
  PROBES,
  type Reply,
  type Transcript,
  type Trial,
  trialsOf,
} from '../verify/index.ts'

export interface AuditRun {
  readonly charter: Charter
  readonly model: Model
  /** What its server calls the model under test. */
  readonly modelId: string
  readonly judge: Judge | null
  readonly compilePrompt: (charter: Charter, dials: ReadonlyMap<ClauseId, number>) => string
  readonly seed: string
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
}

export interface Progress {
  readonly done: number
  readonly of: number
  readonly trial: Trial
}

/** How many trials are under way at once. ADR 0023 counts trials, not speed: it is kind to the model's server. */
const AT_ONCE = 4

/** How long one trial may take; then it failed, and is unknown. */
const TRIAL_MILLISECONDS = 60_000

/**
 * One audit: the probes plan, the model answers under the charter's compiled prompt, judges answer where a floor asks
 * for one, and the probes judge. What fails is a failed transcript, and unknown.
 *
 * Errors: rejects with the signal's reason when it is aborted; an audit that was not finished shows nothing.
 */
export async function runAudit(run: AuditRun): Promise<Audit> {
  const left = new Set(PROBES.flatMap((probe) => probe.leaves(run.charter)).map(({ clause }) => clause))
  // Without a judge these would only cost calls: nothing could be found.
  const trials = trialsOf(run.charter, run.seed).filter(
    ({ clause }) => run.judge !== null || !left.has(clause),
  )
  const head = headFor(run)
  const answers = new Map<string, ReadonlyMap<string, Verdict>>()
  let done = 0
  const transcripts = await inParallel(trials, async (trial) => {
    run.signal.throwIfAborted()
    const transcript = await act(run, head, trial)
    answers.set(trial.id, await judgeOf(run, transcript))
    run.onProgress({ done: ++done, of: trials.length, trial })
    return transcript
  })
  const { charter, seed, model } = run
  const system = model.scripted
    ? `${model.name} (scripted: people wrote its answers)`
    : `${run.modelId} at ${model.name}`
  return findingsOf({ charter, transcripts, answers, system, seed })
}

async function act(run: AuditRun, head: Head, trial: Trial): Promise<Transcript> {
  const limit = deadline(run.signal, TRIAL_MILLISECONDS, () => new Error('the model took too long'))
  try {
    const wire = await within(limit, (signal) => run.model.complete(requestFor(head, trial), signal))
    return { kind: 'answered', trial, reply: replyIn(wire) }
  } catch (error) {
    run.signal.throwIfAborted()
    return { kind: 'failed', trial, because: error instanceof Error ? error.message : 'the model failed' }
  }
}

/** What every trial is asked under. */
interface Head {
  readonly model: string
  readonly system: string
  readonly tools: readonly Json[]
}

const headFor = ({ charter, modelId, compilePrompt }: AuditRun): Head => ({
  model: modelId,
  system: compilePrompt(charter, new Map()),
  tools: toolsOf(charter),
})

const requestFor = ({ model, system, tools }: Head, { turns }: Trial): Wire => ({
  model,
  messages: [{ role: 'system', content: system }, ...turns.map(({ role, content }) => ({ role, content }))],
  ...(tools.length > 0 ? { tools } : {}),
})

/** Every tool that the charter names, so that a system can break a floor about one. */
function toolsOf(charter: Charter): readonly Json[] {
  const named = [
    ...charter.tools.reversible,
    ...charter.tools.irreversible,
    ...floorsOf(charter).flatMap(({ rules }) => rules.flatMap((rule) => ('tools' in rule ? rule.tools : []))),
    ...charter.rulings.flatMap(({ inScope, outOfScope }) =>
      [...inScope, ...outOfScope].flatMap(({ honours }) =>
        honours.flatMap(({ signs }) => signs.flatMap((sign) => (sign.kind === 'calls' ? [sign.tool] : []))),
      ),
    ),
  ]
  return [...new Set(named)].map((name) => ({
    type: 'function',
    function: { name, parameters: { type: 'object', properties: {}, additionalProperties: true } },
  }))
}

/** The first choice as a reply. Errors: throws for anything that is not one; the transcript then failed. */
function replyIn(wire: Wire): Reply {
  const [choice] = listOf(wire.choices)
  const message = objectOf(objectOf(choice).message)
  if (Object.keys(message).length === 0) throw new Error('the model gave no answer')
  const calls = listOf(message.tool_calls).map((call) => objectOf(objectOf(call).function))
  return {
    text: [message.content, message.refusal].filter((text) => typeof text === 'string').join(''),
    toolCalls: calls.map((call) => ({ name: String(call.name), arguments: String(call.arguments) })),
  }
}

/** What the judge says of each question that this trial's own floor asks of the reply. */
async function judgeOf(run: AuditRun, transcript: Transcript): Promise<ReadonlyMap<string, Verdict>> {
  const { judge, charter, signal } = run
  if (judge === null || transcript.kind === 'failed') return new Map()
  const only = {
    ...charter,
    principles: charter.principles.filter(({ id }) => id === transcript.trial.clause),
  }
  const exchange = exchangeOf(transcript)
  const judged = await Promise.all(
    questionsOf(only, exchange).map(
      async (question) =>
        [question, await judge.judge(question, exchange, signal).catch(() => 'unknown' as const)] as const,
    ),
  )
  return new Map(judged)
}

async function inParallel<In, Out>(
  items: readonly In[],
  act: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = []
  const waiting = [...items.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await act(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
