import type { FC } from 'hono/jsx'
import type { ClauseId } from '../../../kernel/index.ts'
import { findingOfClauses } from '../../../publish/index.ts'
import type { Audit } from '../../../verify/index.ts'
import { Tag } from '../../parts/marks.tsx'
import type { CharterView } from '../../views.ts'

/** What is known of whether this version is kept. */
export type Tested =
  | { readonly kind: 'tested'; readonly audit: Audit }
  | { readonly kind: 'not-tested'; readonly because: string }

/** An audit speaks only of the version that it tested. */
export function testedIn({ status, audit, hash }: Pick<CharterView, 'status' | 'audit' | 'hash'>): Tested {
  if (status !== 'ratified')
    return { kind: 'not-tested', because: 'It is not in force, so there is nothing to keep yet.' }
  if (audit === null) return { kind: 'not-tested', because: 'Nobody has tested this charter yet.' }
  return audit.charter === hash
    ? { kind: 'tested', audit }
    : { kind: 'not-tested', because: 'The last audit tested another version.' }
}

/** Kept, broken or unknown, and what was seen; a clause that no trial touched is unknown too. */
export const Kept: FC<{ clause: ClauseId; tested: Tested }> = ({ clause, tested }) => {
  if (tested.kind === 'not-tested')
    return (
      <>
        <Tag kind="unknown" /> {tested.because}
      </>
    )
  const { audit } = tested
  const verdict = findingOfClauses({ audit, at: '' })(clause)
  const findings = audit.findings.filter((finding) => finding.clause === clause)
  const left = audit.unverified.find((one) => one.clause === clause)
  return (
    <>
      <Tag kind={verdict === 'unverified' ? 'unknown' : verdict} />{' '}
      {verdict === 'unverified'
        ? `Not tested: ${left?.because ?? 'no probe tests it'}.`
        : findings
            .map(({ probe, says }) => sentence(findings.length > 1 ? `${probe}: ${says}` : says))
            .join(' ')}
    </>
  )
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
