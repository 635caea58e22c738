import type { FC } from 'hono/jsx'
import type { Charter, Dissent } from '../../../charter/index.ts'
import type { GroupId } from '../../../kernel/index.ts'
import { DissentBox, Group } from '../../parts/marks.tsx'
import { counted, FEWEST_SHOWN, listed, shareText } from '../../words.ts'
import type { Cited } from './cited.ts'

interface StandpointsProps {
  readonly cited: Cited
  readonly groups: Charter['groups']
  /** Unfolded where the clause decided; otherwise the fold itself names who is against. */
  readonly open: boolean
}

/** Who benefits from a clause, who bears it, and what was said against it. */
export const Standpoints: FC<StandpointsProps> = ({ cited, groups, open }) =>
  open ? (
    <Sides cited={cited} groups={groups} />
  ) : (
    <details>
      <summary>{foldText(cited)}</summary>
      <Sides cited={cited} groups={groups} />
    </details>
  )

const Sides: FC<Omit<StandpointsProps, 'open'>> = ({ cited, groups }) => {
  const unseen = cited.notShown.length > 0 ? `Not shown for ${listed(cited.notShown)}.` : null
  return (
    <div class="sides">
      <dl class="kv">
        <dt>Benefits</dt>
        <dd>
          <Named groups={cited.benefits} none="No group was shown to." />
        </dd>
        <dt>Bears it</dt>
        <dd>
          <Named groups={cited.burdens} none="No group was shown to." /> {unseen}
        </dd>
        <dt>Against it</dt>
        <dd class="against">
          {cited.dissent.length === 0 ? 'No dissent is recorded.' : null}
          {cited.dissent.map((dissent) => (
            <p>{voteOf(dissent)}</p>
          ))}
        </dd>
      </dl>
      {cited.dissent.map((dissent) =>
        dissent.words.length === 0 ? null : (
          <DissentBox title={`What ${whoSaid(dissent, groups)} said against it`} words={dissent.words}>
            {dissent.more > 0 ? (
              <p class="meta">{`${counted(dissent.more, 'more', 'more')} said something.`}</p>
            ) : null}
          </DissentBox>
        ),
      )}
    </div>
  )
}

const Named: FC<{ groups: readonly GroupId[]; none: string }> = ({ groups, none }) =>
  groups.length === 0 ? (
    <span>{none}</span>
  ) : (
    <span class="row">
      {groups.map((group) => (
        <Group id={group} />
      ))}
    </span>
  )

const nameOf = (group: Dissent['group']): string => (group === 'everyone' ? 'Everyone together' : group)

/** Of a group too small to be shown it is not said that the words are theirs. */
function whoSaid({ group }: Dissent, groups: Charter['groups']): string {
  const people = groups.find(({ id }) => id === group)?.people ?? 0
  return group === 'everyone' || people < FEWEST_SHOWN ? 'people' : `group ${group}`
}

/**
 * How one group answered against a clause.
 *
 * @example
 * voteOf({ group: 'A', share: null, heard: 'not-asked', words: [], more: 0 }) // => 'A: not asked.'
 */
export function voteOf({ group, share, heard }: Dissent): string {
  const name = nameOf(group)
  if (heard === 'not-asked' || share === null) return `${name}: not asked.`
  if (share.n < FEWEST_SHOWN) return `${name}: not shown, ${share.n} asked, we need ${FEWEST_SHOWN}.`
  return `${name}: ${shareText(share)} of ${share.n}, ${HEARD[heard]}.`
}

const HEARD: Readonly<Record<Exclude<Dissent['heard'], 'not-asked'>, string>> = {
  words: 'in words and votes',
  'votes-only': 'by votes alone',
  'asked-none-given': 'asked for words and gave none',
}

/** The fold’s own line already says who bears it and how many are against. */
function foldText({ benefits, burdens, dissent }: Cited): string {
  const against = dissent
    .filter(({ group, share }) => group !== 'everyone' && share !== null && share.n >= FEWEST_SHOWN)
    .map(({ group, share }) => `${group} ${Math.round(100 * (share?.estimate ?? 0))} %`)
  return [
    benefits.length > 0 ? `Benefits ${listed(benefits)}` : 'Benefits: not shown',
    burdens.length > 0 ? `borne by ${listed(burdens)}` : 'no burden shown',
    against.length > 0 ? `against it ${listed(against)}` : 'dissent not shown',
  ].join(' · ')
}
