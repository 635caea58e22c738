import type { FC } from 'hono/jsx'
import type { DecisionRecord } from '../../../govern/index.ts'
import { pathOf } from '../../page.tsx'
import { DecisionTag } from '../../parts/decision-tag.tsx'
import type { ChatTurn, Frame } from '../../views.ts'
import { checkedText } from '../why/not-checked.tsx'

interface TurnProps {
  readonly frame: Frame
  readonly turn: ChatTurn
  /** The decision that is explained beside the talk. */
  readonly explained: string | null
}

/** One thing said, and for an answer what was decided about it. */
export const Turn: FC<TurnProps> = ({ frame, turn, explained }) =>
  turn.by === 'person' ? (
    <div class="turn">
      <p class="me" dir="auto">
        <span class="sr">You: </span>
        {turn.text}
      </p>
    </div>
  ) : (
    <div class="turn">
      <p class="by">{SPEAKERS[speakerOf(turn)]}</p>
      <div class="reply">
        <div class="body">
          {turn.text.split(/\n{2,}/).map((paragraph) => (
            <p dir="auto">{paragraph}</p>
          ))}
        </div>
        {turn.by === 'trouble' ? null : turn.decision === null ? (
          <p class="strip fault">This answer left no record. That is a fault; report it.</p>
        ) : (
          <Strip frame={frame} turn={turn} record={turn.decision} explained={explained} />
        )}
      </div>
    </div>
  )

const Strip: FC<TurnProps & { record: DecisionRecord }> = ({ frame, turn, record, explained }) => (
  <div class="strip">
    <DecisionTag record={record} />
    <span>{stripText(turn, record)}</span>
    {record.kind === 'ask' ? <a href="#dials">Set your dials</a> : null}
    <a
      href={pathOf(frame, `/chat?why=${encodeURIComponent(record.id)}#why`)}
      aria-current={record.id === explained ? 'true' : undefined}
    >
      Why this answer
    </a>
  </div>
)

function stripText(turn: ChatTurn, record: DecisionRecord): string {
  if (record.kind === 'off') return 'Nothing was asked or checked.'
  if (record.kind === 'ask') return 'You decide something first.'
  if (record.kind === 'hold') return turn.became ?? 'It waits for a person at the desk.'
  return `${checkedText(record)}.`
}

/**
 * Who wrote the words. The gateway’s own name their decision, which no model can know: it is drawn after the model has
 * spoken. A held answer that a person let go out is the assistant’s again.
 */
export const speakerOf = ({ by, text, decision }: ChatTurn): 'assistant' | 'gateway' =>
  by === 'trouble' || (decision !== null && text.includes(decision.id)) ? 'gateway' : 'assistant'

const SPEAKERS = {
  assistant: 'Assistant · a machine',
  gateway: 'Parley, in place of the assistant · a machine',
} as const
