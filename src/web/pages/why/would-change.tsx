import type { FC } from 'hono/jsx'
import type { DecisionRecord } from '../../../govern/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../../parts/table.tsx'
import type { WhyView } from '../../views.ts'
import { listed } from '../../words.ts'
import { restsOn } from './cited.ts'

/** What would have to be otherwise for another decision: read off the rules, not guessed by a model. */
export const WouldChange: FC<{ view: WhyView }> = ({ view }) => (
  <div class="stack">
    <h3>What would change it</h3>
    <Table label="What would change it" class="ifs">
      <Head>
        <ColumnHead>If</ColumnHead>
        <ColumnHead>Then</ColumnHead>
      </Head>
      <Body>
        {changesOf(view).map(([when, then]) => (
          <Row>
            <RowHead>{when}</RowHead>
            <Cell>{then}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  </div>
)

type Change = readonly [when: string, then: string]

/** Follows the order in which `decide` looks at things (ADR 0021). */
export function changesOf({ record, answer }: Pick<WhyView, 'record' | 'answer'>): readonly Change[] {
  const cited = restsOn(record).map(({ clause }) => clause)
  switch (record.kind) {
    case 'send':
      return [
        [`A reply broke ${anyOf(cited)}`, 'It would not be sent. No dial lifts a floor.'],
        ['You set a dial otherwise', 'The model is told so before its next answer.'],
        ['The reply called a tool that cannot be undone', 'It would wait for a person.'],
      ]
    case 'ask':
      return [[`You set ${listed(cited)}`, 'Ask again, and the answer can go out.']]
    case 'refuse':
      return [
        ['You ask in another way', 'The new answer is examined anew.'],
        [`The assembly changed ${listed(cited)}`, 'It could go out under the new charter.'],
        ['You turned a dial, or an operator wanted it', 'Nothing. Nobody lifts a floor but the assembly.'],
      ]
    case 'hold':
      return answer === null ? [...missing(record), ...WAITING] : [ANSWERED[answer.answer]]
    case 'off':
      return [['One operator asks to switch it on, and another confirms', 'Answers go out again.']]
  }
}

const missing = ({ findings }: DecisionRecord): readonly Change[] =>
  findings
    .filter(({ verdict }) => verdict === 'unknown')
    .map(({ clause }) => [
      `The check of ${clause} had an answer`,
      'It would be sent, or not sent, without waiting for this.',
    ])

const WAITING: readonly Change[] = [
  ['A person approves it', 'Exactly what was shown to that person goes through, once.'],
  ['A person denies it, or nobody decides in time', 'It does not happen.'],
  ['The reply or the call were different in any way', 'It is examined anew.'],
]

const ANSWERED: Readonly<Record<'approved' | 'denied', Change>> = {
  approved: ['The reply or the call were different in any way', 'The approval would not cover it.'],
  denied: ['You ask again', 'It is examined anew, and a person decides anew. The first answer stands.'],
}

const anyOf = (clauses: readonly ClauseId[]): string =>
  clauses.length === 0
    ? 'a floor'
    : `${clauses.slice(0, -1).join(', ')}${clauses.length > 1 ? ' or ' : ''}${clauses.at(-1)}`
