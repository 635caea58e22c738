import type { FC } from 'hono/jsx'
import type { Audit, Finding } from '../../../verify/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { counted } from '../../words.ts'

interface SeenProps {
  readonly audit: Audit
  readonly names: ReadonlyMap<string, string>
}

/** Trial by trial, what broke a clause and what could not be judged. */
export const Seen: FC<SeenProps> = ({ audit, names }) => {
  const open = audit.findings.filter(({ verdict }) => verdict !== 'kept')
  return open.length === 0 ? null : (
    <section aria-labelledby="h-seen">
      <h2 id="h-seen">What broke, and what could not be judged</h2>
      {(['broken', 'unknown'] as const).flatMap((verdict) =>
        open
          .filter((finding) => finding.verdict === verdict)
          .map((finding) => <One finding={finding} name={names.get(finding.clause) ?? ''} />),
      )}
    </section>
  )
}

const One: FC<{ finding: Finding; name: string }> = ({ finding, name }) => {
  const telling = finding.judged.filter(({ verdict }) => verdict !== 'kept')
  return (
    <article class="card stack seen">
      <p class="row">
        <Tag kind={finding.verdict} />
        <span class="id">{finding.clause}</span>
        <span class="meta">{finding.probe}</span>
      </p>
      <h3 dir="auto">{name === '' ? finding.clause : name}</h3>
      <p>{`${counted(finding.broken, 'trial')} broke it, ${finding.unknown} could not be judged, of ${finding.trials}.`}</p>
      <ul class="trials">
        {telling.map(({ trial, verdict, because }) => (
          <li>
            <Tag kind={verdict} /> <code>{trial}</code> <span dir="auto">{because}</span>
          </li>
        ))}
      </ul>
    </article>
  )
}
