import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import { Tag } from '../../parts/marks.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import { capital } from '../../spelled.ts'
import type { Frame, WhyView } from '../../views.ts'
import { anchorOf } from '../charter/words.ts'
import { type Cited, citedIn, type Part, restsOn } from './cited.ts'
import { Standpoints } from './standpoints.tsx'

interface ChainProps {
  readonly frame: Frame
  readonly view: WhyView
}

/** The clauses that the decision rests on, in the charter’s words, each with what was found. */
export const Chain: FC<ChainProps> = ({ frame, view }) => {
  const parts = restsOn(view.record)
  if (parts.length === 0)
    return <p>{`It rests on no clause of the charter: ${withoutStop(view.record.because)}.`}</p>
  return (
    <ol class="chain">
      {parts.map((part) => (
        <Link frame={frame} view={view} part={part} />
      ))}
    </ol>
  )
}

const Link: FC<ChainProps & { part: Part }> = ({ frame, view, part }) => {
  const { record, charter } = view
  const cited = citedIn(charter, part.clause)
  const finding = record.findings.find(({ clause }) => clause === part.clause)
  return (
    <li>
      <p class="row">
        {cited === null ? null : <Tag kind={cited.kind}>{NAMES[cited.kind]}</Tag>}
        <a href={pathOf(frame, `/charter#${anchorOf(part.clause)}`)}>{part.clause}</a>
        {finding === undefined || finding.verdict === 'not-in-play' ? null : (
          <Tag kind={finding.verdict}>{finding.verdict}</Tag>
        )}
      </p>
      <Words cited={cited} />
      <p class="meta">{`${capital(withoutStop(part.because))}.`}</p>
      <Tested view={view} part={part} />
      {cited === null ? null : (
        <Standpoints cited={cited} groups={charter.groups} open={part.part === 'decided'} />
      )}
    </li>
  )
}

/** A clause in the charter’s own words. */
export const Words: FC<{ cited: Cited | null }> = ({ cited }) =>
  cited === null ? (
    <p class="q">The charter that the record names has no such clause. That is a fault; report it.</p>
  ) : (
    <p class="q">
      {cited.text.map((text, at) => [
        at === 0 ? '' : ' over ',
        <bdi dir="auto">{cited.text.length === 1 ? text : `“${withoutStop(text)}”`}</bdi>,
      ])}
    </p>
  )

/** What the last audit of this very charter found about the clause. */
const Tested: FC<{ view: WhyView; part: Part }> = ({ view: { record, audit }, part }) => {
  if (audit === null || audit.audit.charter !== record.charter) return null
  const findings = audit.audit.findings.filter(({ clause }) => clause === part.clause)
  return (
    <>
      {findings.map(({ verdict, says }) => (
        <p class="meta tested">
          <Tag kind={verdict}>{verdict}</Tag>{' '}
          {`in the tests of ${audit.at.slice(0, 10)}: ${withoutStop(says)}.`}
        </p>
      ))}
    </>
  )
}

const NAMES: Readonly<Record<Cited['kind'], string>> = {
  floor: 'Floor',
  dial: 'Dial',
  ruling: 'Ruling',
  contested: 'Contested',
}
