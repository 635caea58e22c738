import type { FC } from 'hono/jsx'
import type { Vote } from '../../kernel/index.ts'
import { Page, pathOf } from '../page.tsx'
import { Said } from '../parts/spoken.tsx'
import { Body, Cell, ColumnHead, Head, Row, RowHead, Table } from '../parts/table.tsx'
import type { Frame, MineView } from '../views.ts'
import { counted } from '../words.ts'

interface MineProps {
  readonly frame: Frame
  readonly view: MineView
}

/** Everything one person gave: to read, to check, to erase. */
export const MinePage: FC<MineProps> = ({ frame, view }) => (
  <Page frame={frame} current={null} title="What you gave" styles={['mine']}>
    <main id="main" class="wrap mine">
      <div class="head">
        <h1>{view.erased ? 'Erased' : 'What you gave'}</h1>
        <p class="lede" role={view.erased ? 'status' : undefined}>
          {view.erased ? ERASED : given(view)}
        </p>
      </div>
      {view.answers.length === 0 ? null : <Answers answers={view.answers} />}
      {view.answers.length + view.other === 0 ? null : <Erase frame={frame} />}
      <p>
        <a class="btn" href={pathOf(frame, '/vote')}>
          {view.answers.length === 0 ? 'Answer statements' : 'Go on answering'}
        </a>
      </p>
    </main>
  </Page>
)

const ERASED =
  'What you gave can no longer be read here. Words that a charter already quotes, ballots on a charter that were already counted, totals already published, and copies others made before remain.'

const given = ({ answers, other }: MineView): string =>
  answers.length + other === 0
    ? 'Nothing so far, from this browser. What you gave in another browser is found there.'
    : `${counted(answers.length, 'answer')}, and ${counted(other, 'other thing')}: what you added to answers, took back, said yourself or about a draft, asked the assistant or set. Only you see this page.`

const ANSWERED: Readonly<Record<Vote, string>> = {
  agree: '✓ agree',
  pass: '– pass',
  disagree: '✕ disagree',
}

const Answers: FC<{ answers: MineView['answers'] }> = ({ answers }) => (
  <Table label="Your answers" fold="1fr 1fr">
    <Head>
      <ColumnHead>Statement</ColumnHead>
      <ColumnHead>Your answer</ColumnHead>
      <ColumnHead>In the record</ColumnHead>
    </Head>
    <Body>
      {answers.map(({ statement, vote, receipt }) => (
        <Row>
          <RowHead class="said">
            <Said statement={statement} />
          </RowHead>
          <Cell class={`answer ${vote}`}>{ANSWERED[vote]}</Cell>
          <Cell>
            <a href={receipt}>
              Receipt<span class="sr">{` for ${statement.text.slice(0, 60)}`}</span>
            </a>
          </Cell>
        </Row>
      ))}
    </Body>
  </Table>
)

/** Two steps, because it cannot be undone; both work without a script. */
const Erase: FC<{ frame: Frame }> = ({ frame }) => (
  <section class="card stack" aria-labelledby="erase">
    <h2 id="erase">Erase everything</h2>
    <p>
      Your answers and words are made unreadable and no longer count. This cannot be undone. Words that a
      charter already quotes, ballots on a charter that were already counted, totals already published, and
      copies others made before remain.
    </p>
    <form class="stack" method="post" action={pathOf(frame, '/mine/erase')}>
      <label class="sure">
        <input type="checkbox" name="sure" value="yes" required /> Erase everything I gave
      </label>
      <button type="submit" class="btn stop">
        Erase
      </button>
    </form>
  </section>
)
