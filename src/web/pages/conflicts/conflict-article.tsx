import type { FC } from 'hono/jsx'
import type { Conflict } from '../../../classify/index.ts'
import { acting } from '../../../classify/index.ts'
import type { Case } from '../../../listen/index.ts'
import { pathOf } from '../../page.tsx'
import { Tag, UnknownBox } from '../../parts/marks.tsx'
import type { Frame } from '../../views.ts'
import { counted } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { CaseHead, OtherCases } from './case-head.tsx'
import { texts } from './list.tsx'
import { cellsOf, ResponseMatrix } from './matrix.tsx'
import { OtherValues } from './other-values.tsx'
import type { Open } from './selection.ts'
import { Sides } from './sides.tsx'

interface ArticleProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly open: Extract<Open, { readonly kind: 'conflict' }>
}

/** One conflict in one case: the responses against its values, what would settle it, and who holds which side. */
export const ConflictArticle: FC<ArticleProps> = ({ frame, study, open: { conflict, in: one } }) => {
  const { listening, register } = study
  const statements = texts(listening.statements, conflict.statements)
  return (
    <article class="card case" aria-labelledby="open">
      <CaseHead case={one} id="open">
        {conflict.certainty === 'probable' ? (
          <Tag kind="conflicting">Probable conflict</Tag>
        ) : (
          <Tag kind="undetermined">Possible conflict</Tag>
        )}
      </CaseHead>
      <ResponseMatrix case={one} statements={statements} cells={register.cells} />
      <OtherValues case={one} shown={statements} statements={listening.statements} cells={register.cells} />
      <div class="next">
        <UnknownBox title="What would settle it">
          {settling(study, conflict, one).map((line) => (
            <p>{line}</p>
          ))}
        </UnknownBox>
        <Sides study={study} statements={statements} />
      </div>
      <OtherCases
        frame={frame}
        cases={listening.cases.filter(({ id }) => conflict.cases.includes(id))}
        open={one.id}
        place={{ standing: 'conflicting', statements: conflict.statements }}
      />
      <p class="row">
        <a class="btn primary" href={pathOf(frame, '/negotiate')}>
          Take it to negotiation
        </a>
      </p>
    </article>
  )
}

/** The cheapest question, where one is open; where none is, that choosing is left. */
function settling({ register }: ReadyStudy, conflict: Conflict, one: Case): readonly string[] {
  const questions = register.entries
    .filter(({ statement }) => conflict.statements.includes(statement))
    .flatMap(({ question }) => (question === null ? [] : [question.asks]))
  const judged = cellsOf(one, register.cells)
  const open = acting(one).flatMap(({ id }) =>
    conflict.statements.filter(
      (statement) => (judged(id, statement)?.verdict ?? 'undetermined') === 'undetermined',
    ),
  )
  const choice =
    conflict.certainty === 'probable'
      ? 'No question to a judge: every way to act surely breaks one of these values. Which gives way is a choice, and the groups make it.'
      : 'It stands only if what the judges left open turns out to be a violation.'
  const left =
    open.length === 0
      ? []
      : [
          `${counted(open.length, 'judgement')} on acting in this case ${open.length === 1 ? 'is' : 'are'} open.`,
        ]
  return [...(questions.length === 0 ? [choice] : questions), ...left]
}
