import type { FC } from 'hono/jsx'
import type { Report } from '../../../publish/index.ts'
import { Tag } from '../../parts/marks.tsx'

type Proof = Report['proof']

/** Where the files lie that a report can be checked against; null where the report stands alone. */
export interface Downloads {
  readonly record: string
  /** Null: there is no charter. */
  readonly charter: string | null
  readonly data: string
}

/** How anybody checks this: the record, its key, the commands. */
export const ProofSection: FC<{ proof: Proof; downloads: Downloads | null }> = ({ proof, downloads }) => (
  <section aria-labelledby="h-proof" class="verify">
    <h2 id="h-proof">Check it yourself</h2>
    <p>
      Every vote, approval and switch press leaves a sealed line in a chained record. Anyone can check that
      none was changed or dropped. What a person said is not in it.
    </p>
    <p>
      <Tag kind={SIGNED[proof.signature]}>{proof.signature === 'holds' ? 'signed' : proof.signature}</Tag>{' '}
      {proof.says}
    </p>
    <p class="meta">In a clone of Parley (the name is another package elsewhere):</p>
    <pre tabindex={0}>{proof.commands.join('\n')}</pre>
    <dl class="kv">
      <dt>Key</dt>
      <dd>
        <code>{proof.key}</code>
      </dd>
      {proof.charter === null ? null : (
        <>
          <dt>Charter</dt>
          <dd>
            <code>{proof.charter}</code>
          </dd>
        </>
      )}
      {proof.votes === null ? null : (
        <>
          <dt>Votes</dt>
          <dd>
            <code>{proof.votes}</code>
          </dd>
        </>
      )}
      {proof.certificates?.digest ? (
        <>
          <dt>Proof</dt>
          <dd>
            <code>{proof.certificates.digest}</code>
          </dd>
        </>
      ) : null}
    </dl>
    {proof.certificates === null ? null : <p class="meta">{proof.certificates.says}</p>}
    <details>
      <summary>The last checkpoint</summary>
      <pre tabindex={0}>{proof.checkpoint}</pre>
    </details>
    {downloads === null ? null : (
      <p class="row">
        <a class="btn primary" href={downloads.record}>
          Download the record
        </a>
        {downloads.charter === null ? null : (
          <a class="btn" href={downloads.charter}>
            Download the charter
          </a>
        )}
        <a class="btn" href={downloads.data}>
          This report as data
        </a>
      </p>
    )}
  </section>
)

const SIGNED: Readonly<Record<Proof['signature'], string>> = {
  holds: 'kept',
  fails: 'broken',
  absent: 'unknown',
  unreadable: 'unknown',
}
