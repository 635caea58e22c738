import type { Child, FC } from 'hono/jsx'
import type { RegisterEntry, Resolution } from '../../../classify/index.ts'
import type { Case, Statement } from '../../../listen/index.ts'
import { pathOf } from '../../page.tsx'
import { Tag, UnknownBox } from '../../parts/marks.tsx'
import { tongueOf, WrittenBy } from '../../parts/spoken.tsx'
import { capital } from '../../spelled.ts'
import type { Frame } from '../../views.ts'
import { counted } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'
import { CaseHead, OtherCases } from './case-head.tsx'
import { ResponseMatrix } from './matrix.tsx'
import { OtherValues } from './other-values.tsx'
import type { Open } from './selection.ts'
import { Sides } from './sides.tsx'

interface ArticleProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly open: Extract<Open, { readonly kind: 'statement' }>
}

/** One statement: its standing and why, how it is settled, the part that can be kept, and a case to see it in. */
export const StatementArticle: FC<ArticleProps> = ({ frame, study, open: { entry, in: one } }) => {
  const { listening } = study
  const statement = listening.statements.find(({ id }) => id === entry.statement)
  if (statement === undefined) return null
  return (
    <article class="card case" aria-labelledby="open">
      <div class="stack case-head">
        <p>
          <Tag kind={entry.standing}>{capital(entry.standing)}</Tag>
        </p>
        <h2 id="open" {...tongueOf(statement)}>
          {statement.text}
          <WrittenBy written={statement.written} />
        </h2>
        <p dir="auto">{entry.because}</p>
        <p>
          <strong>{SETTLED[entry.resolution.mode]}</strong> {entry.resolution.because}
        </p>
      </div>
      {entry.standing === 'unalignable' ? <Kept entry={entry} cases={listening.cases} /> : null}
      <div class="next">
        <WhatIsOpen entry={entry} />
        <Sides study={study} statements={[statement]} />
      </div>
      {one === null ? null : <Tested frame={frame} study={study} open={{ statement, entry, one }} />}
      <p class="row">
        <a class="btn primary" href={pathOf(frame, '/negotiate')}>
          See what is negotiated
        </a>
      </p>
    </article>
  )
}

const SETTLED: Readonly<Record<Resolution['mode'], string>> = {
  declare: 'Declared.',
  floor: 'A floor.',
  configure: 'A dial.',
  negotiate: 'Negotiated.',
}

/** What is honoured of a value that no acting system can meet: the cases in which "no AI acts" may be chosen. */
const Kept: FC<{ entry: RegisterEntry; cases: readonly Case[] }> = ({ entry, cases }) => {
  const kept = cases.filter(({ id }) => entry.honoured.includes(id))
  const lost = cases.filter(({ id }) => entry.relevant.includes(id) && !entry.honoured.includes(id))
  return (
    <section class="cannot" aria-labelledby="kept">
      <h3 id="kept">The part that can be kept</h3>
      {kept.length === 0 ? (
        <p>None: in no case that was described may “no AI acts” be chosen.</p>
      ) : (
        <>
          <p>{`In ${counted(kept.length, 'case')} “no AI acts” may be chosen, and whoever holds this is honoured there:`}</p>
          <Titles cases={kept} />
        </>
      )}
      {lost.length === 0 ? null : (
        <>
          <p>{`In ${counted(lost.length, 'case')} it may not, and nothing that acts honours it:`}</p>
          <Titles cases={lost} />
        </>
      )}
    </section>
  )
}

const Titles: FC<{ cases: readonly Case[] }> = ({ cases }): Child => (
  <ul>
    {cases.map(({ title }) => (
      <li dir="auto">{title}</li>
    ))}
  </ul>
)

const WhatIsOpen: FC<{ entry: RegisterEntry }> = ({ entry: { question, standing } }) => (
  <UnknownBox title={question === null ? 'What could change this' : 'What would settle it most cheaply'}>
    <p dir="auto">{question === null ? COULD_CHANGE[standing] : question.asks}</p>
  </UnknownBox>
)

const COULD_CHANGE: Readonly<Record<RegisterEntry['standing'], string>> = {
  alignable: 'A case that nobody described yet, in which honouring it breaks something else.',
  conflicting: 'A response that nobody thought of, which honours all sides.',
  unalignable: 'A way to act that the judges say honours it. Nobody has described one.',
  undetermined: 'More cases, or more judges.',
}

interface TestedProps {
  readonly frame: Frame
  readonly study: ReadyStudy
  readonly open: { readonly statement: Statement; readonly entry: RegisterEntry; readonly one: Case }
}

/** The case in which the statement was tested, with all its responses. */
const Tested: FC<TestedProps> = ({
  frame,
  study: { listening, register },
  open: { statement, entry, one },
}) => (
  <section class="tested" aria-labelledby="case">
    <CaseHead case={one} id="case">
      <span class="meta">Tested in</span>
    </CaseHead>
    <ResponseMatrix case={one} statements={[statement]} cells={register.cells} />
    <OtherValues case={one} shown={[statement]} statements={listening.statements} cells={register.cells} />
    <OtherCases
      frame={frame}
      cases={listening.cases.filter(({ id }) => entry.relevant.includes(id))}
      open={one.id}
      place={{ standing: entry.standing, statements: [statement.id] }}
    />
  </section>
)
