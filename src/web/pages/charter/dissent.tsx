import type { FC } from 'hono/jsx'
import type { Charter, Dissent } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { DissentBox, UnknownBox } from '../../parts/marks.tsx'
import { counted, FEWEST_SHOWN, number, shareText } from '../../words.ts'
import { StandingObjections } from './round-record.tsx'

interface DissentProps {
  readonly charter: Pick<Charter, 'groups' | 'round'>
  readonly clause: ClauseId
  readonly dissent: readonly Dissent[]
}

/** What was said against a clause, beside it and at its size: words first, then who objected by votes alone. */
export const ClauseDissent: FC<DissentProps> = ({ charter, clause, dissent }) => {
  const inWords = dissent.filter(({ heard }) => heard === 'words')
  const gaps = dissent.filter(({ heard }) => heard === 'not-asked')
  const rest = dissent.filter(({ heard }) => heard === 'votes-only' || heard === 'asked-none-given')
  const stands = (charter.round?.dissent ?? []).some((said) => said.clause === clause)
  return (
    <>
      <StandingObjections charter={charter} clause={clause} />
      {inWords.map((entry) => (
        <DissentBox title={`What ${whose(entry, charter)} said against it`} words={entry.words}>
          <p class="meta">{behind(entry)}</p>
        </DissentBox>
      ))}
      {rest.length === 0 ? null : (
        <div class="dissent">
          <p>Against it by their votes, without words</p>
          <p>{rest.map((entry) => byVotes(entry, charter)).join(' ')}</p>
        </div>
      )}
      {dissent.length > 0 || stands ? null : <p class="meta">No dissent is recorded.</p>}
      {gaps.length === 0 ? null : (
        <UnknownBox title="Not asked">
          {gaps.map((entry) => (
            <p>{`Nobody asked ${whose(entry, charter)}. Their silence is not agreement.`}</p>
          ))}
        </UnknownBox>
      )}
    </>
  )
}

/** Of a group with fewer than 20 people it is not said that the words are theirs. Source: ADR 0042. */
function whose({ group }: Dissent, { groups }: Pick<Charter, 'groups'>): string {
  if (group === 'everyone') return groups.length === 0 ? 'people' : 'people in no group'
  const people = groups.find(({ id }) => id === group)?.people ?? 0
  return people < FEWEST_SHOWN ? 'people of a small group' : `group ${group}`
}

function behind({ share, group, more }: Dissent): string {
  const others =
    more === 0 ? '' : ` ${counted(more, 'person', 'people')} more gave a reason; voices were drawn by chance.`
  if (share === null || share.n < FEWEST_SHOWN)
    return `How many oppose it: not shown, we need ${FEWEST_SHOWN} who answered.${others}`
  const among = group === 'everyone' ? 'all' : 'the'
  return `${shareText(share)} of ${among} ${number(share.n)} who answered oppose it.${others}`
}

function byVotes(entry: Dissent, charter: Pick<Charter, 'groups'>): string {
  const name = entry.group === 'everyone' ? 'Everybody together' : capital(whose(entry, charter))
  if (entry.share === null || entry.share.n < FEWEST_SHOWN) return `${name}: not shown.`
  return entry.heard === 'asked-none-given' ? `${name}: nobody.` : `${name}: ${shareText(entry.share)}.`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
