import type { FC } from 'hono/jsx'
import type { Report } from '../../../publish/index.ts'
import { day } from '../../dates.ts'
import { counted } from '../../words.ts'
import { FindingsTable } from '../findings/table.tsx'
import { ClausesSection, ContestedSection } from './clauses.tsx'
import { DecidedSection } from './decided.tsx'
import { DecisionsSection } from './decisions.tsx'
import { HeardSection } from './heard.tsx'
import { CannotHonourSection, CannotPromiseSection, DriftSection, UnknownsSection } from './limits.tsx'
import { Missing } from './missing.tsx'
import { namesIn } from './names.ts'
import { type Downloads, ProofSection } from './proof.tsx'
import { TradeOffsSection } from './trade-offs.tsx'

interface ArticleProps {
  readonly report: Report
  readonly downloads: Downloads | null
}

/** The report itself, wherever it is read: five sentences first, then every section, none left out. */
export const ReportArticle: FC<ArticleProps> = ({ report, downloads }) => {
  const names = namesIn(report)
  return (
    <article class="rep">
      <Front report={report} />
      <Five inShort={report.inShort} />
      <HeardSection heard={report.heard} />
      <DecidedSection decided={report.decided} names={names} />
      <TradeOffsSection tradeOffs={report.tradeOffs} />
      <ClausesSection clauses={report.clauses} />
      <ContestedSection clauses={report.clauses} />
      <CannotHonourSection cannotHonour={report.cannotHonour} />
      <Findings report={report} names={names} />
      <DecisionsSection decisions={report.decisions} />
      <UnknownsSection unknowns={report.unknowns} />
      <DriftSection drift={report.drift} />
      <ProofSection proof={report.proof} downloads={downloads} />
      <CannotPromiseSection cannotPromise={report.cannotPromise} />
    </article>
  )
}

const Front: FC<{ report: Report }> = ({ report: { assembly, at, decided } }) => (
  <header class="front">
    <p class="kicker">
      Transparency report · <bdi>{assembly.question}</bdi>
      {` · ${day(at)}`}
    </p>
    <h1>Whose values is this assistant aligned with?</h1>
    <p class="lede">
      {decided.kind === 'decided' && decided.status === 'ratified'
        ? `With those of ${counted(assembly.participants, 'person', 'people')} who were heard, as far as they could be settled.`
        : `With nobody’s yet: no charter is in force. ${counted(assembly.participants, 'person was', 'people were')} heard.`}
      {' Below is how that was decided, who it costs, and what nobody could find out.'}
    </p>
    <p class="src">
      {`${counted(assembly.statements, 'statement')}, ${counted(assembly.votes, 'answer')}, ${counted(assembly.cases, 'case')}; source: ${assembly.source}. ${assembly.notes.join(' ')}`}
    </p>
    {assembly.synthetic ? (
      <p class="meta">Sample content. The people and numbers here are invented.</p>
    ) : null}
  </header>
)

const Five: FC<{ inShort: Report['inShort'] }> = ({ inShort }) => (
  <ul class="five" aria-label="In short">
    {(
      [
        ['Who chose', inShort.whoChose],
        ['Who gains', inShort.whoGains],
        ['Who loses', inShort.whoLoses],
        ['What broke', inShort.whatBroke],
        ['What is unknown', inShort.whatIsUnknown],
      ] as const
    ).map(([about, sentence]) => (
      <li>
        <b>{about}</b>
        <span>{sentence}</span>
      </li>
    ))}
  </ul>
)

const Findings: FC<{ report: Report; names: ReadonlyMap<string, string> }> = ({
  report: { findings, decided },
  names,
}) => (
  <section aria-labelledby="h-kept">
    <h2 id="h-kept">Did it keep the charter?</h2>
    {findings.kind === 'missing' ? (
      <Missing says={findings.says} />
    ) : (
      <div class="stack">
        {decided.kind === 'decided' && decided.hash !== findings.charter ? (
          <div class="unknown-box">
            <p>These findings are about another version than the one this report describes.</p>
          </div>
        ) : null}
        <p>{findings.says}</p>
        <FindingsTable found={findings} names={names} />
      </div>
    )}
  </section>
)
