import type { FC } from 'hono/jsx'
import type { DecisionKind, DecisionRecord } from '../../govern/index.ts'
import { Tag } from './marks.tsx'

/** What was done with an answer, in a word. A hold because something is unknown looks unknown. */
export const DecisionTag: FC<{ record: DecisionRecord }> = ({ record }) => (
  <Tag kind={record.kind === 'hold' && isUnknown(record) ? 'unknown' : record.kind}>{DONE[record.kind]}</Tag>
)

/** Whether a check had no answer, and was not merely absent from the charter. */
export const isUnknown = ({ findings }: DecisionRecord): boolean =>
  findings.length === 0 || findings.some(({ verdict }) => verdict === 'unknown')

const DONE: Readonly<Record<DecisionKind, string>> = {
  send: 'sent',
  ask: 'asked',
  hold: 'held',
  refuse: 'not sent',
  off: 'off',
}
