import {
  type Charter,
  type Contested,
  type Dissent,
  overturnSays,
  type Principle,
} from '../../charter/index.ts'
import type { GroupId } from '../../kernel/index.ts'
import { FEWEST_SHOWN } from '../../kernel/index.ts'
import { called } from '../../negotiate/index.ts'
import type { Voice } from '../schema/parts.ts'
import type { ContestedClause, Report, ReportClause } from '../schema.ts'
import { counted, shareSays } from '../sentences.ts'
import { publishedShare, publishedSupport, rounded } from '../shares.ts'
import type { FindingOf } from './findings.ts'
import { machineWordsIn } from './machine-words.ts'
import { noCharter } from './no-charter.ts'

/** Floors, dials and what is contested, each with its support, its voices and what was found. */
export function clausesIn(charter: Charter | null, findingOf: FindingOf): Report['clauses'] {
  if (charter === null) return noCharter('what was decided')
  return {
    kind: 'clauses',
    clauses: charter.principles.map(
      (principle): ReportClause => ({
        kind: principle.kind,
        ...statedIn(principle, charter),
        because: restsOn(principle),
        finding: findingOf(principle.id),
      }),
    ),
    contested: charter.contested.flatMap((clause): ContestedClause[] =>
      clause.kind === 'principle'
        ? [
            {
              ...statedIn(clause, charter),
              because: clause.because,
              fallback: clause.fallback,
              reviewAfter: clause.reviewAfter,
            },
          ]
        : [],
    ),
  }
}

type Stated = Principle | Extract<Contested, { kind: 'principle' }>

const statedIn = (
  clause: Stated,
  charter: Charter,
): Omit<ContestedClause, 'because' | 'fallback' | 'reviewAfter'> => ({
  id: clause.id,
  text: clause.text,
  authority: clause.authority,
  motive: clause.motive,
  support: publishedSupport(clause.support, outsideOf(charter)),
  ...effectsIn(clause),
  overturn: clause.kind === 'dial' ? null : overturnSays(clause),
  ...machineWordsIn(charter, clause.id),
  dissent: voicesIn(clause.dissent, charter),
})

export const outsideOf = ({ ungrouped }: Charter) =>
  ({ outside: ungrouped.people, overall: 'rounded' }) as const

export const effectsIn = ({
  benefits,
  burdens,
  notShown,
}: Pick<Principle, 'benefits' | 'burdens' | 'notShown'>) => ({
  benefits: [...benefits],
  burdens: [...burdens],
  notShown: [...notShown],
})

/** Verbatim. Of a group with fewer than 20 people it is not said that the words are theirs. */
export const voicesIn = (dissent: readonly Dissent[], charter: Charter): Voice[] =>
  dissent.map(({ group, heard, words, more }) => ({
    from: group === 'everyone' ? null : largeOnly(group, charter),
    heard,
    words: [...words],
    more: more > 0 ? 'something' : 'nothing',
  }))

export const largeOnly = (group: GroupId | null, { groups }: Charter): GroupId | null =>
  groups.some(({ id, people }) => id === group && people >= FEWEST_SHOWN) ? group : null

/** What makes a clause binding, without the counts that would show a few people. */
function restsOn(principle: Principle): string {
  if (principle.kind === 'dial') {
    const touches = publishedShare(principle.touchesOthers)
    return `It touches only oneself: of ${asked(touches)}, ${shareSays(touches)} say, or do not rule out, that it touches others.`
  }
  const { basis } = principle
  if (basis.kind === 'entrenched') return `Entrenched by ${basis.by}.`
  if (basis.kind === 'negotiated')
    return `Every declared rule seats it; ${called(basis.rule)} does so in ${Math.round(basis.inclusion.estimate * basis.inclusion.n)} of ${counted(basis.inclusion.n, 're-run')}.`
  const share = publishedShare(basis.shares.overall)
  const what =
    basis.asked === 'must-hold'
      ? 'say that it must hold for everyone'
      : 'agree; nobody was asked whether it must hold for everyone'
  return `Of ${asked(share)} asked, ${shareSays(share)} ${what}.`
}

const asked = (share: ReturnType<typeof publishedShare>): string =>
  share.kind === 'not-shown' ? `fewer than ${FEWEST_SHOWN} people` : `about ${rounded(share.people)} people`
