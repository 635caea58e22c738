import { byId, chance, type GroupId, type StatementId, wilson } from '../../kernel/index.ts'
import type { Reason } from '../../listen/index.ts'
import { printed } from '../figures.ts'
import type { Dissent, Support } from '../schema.ts'
import { MOST_VOICES } from './choices.ts'
import type { Count } from './count.ts'

/** Where opposition is heard: reasons given on a statement, on one side. */
export interface Hearing {
  readonly statement: StatementId
  readonly side: Reason['side']
}

export interface Opposition {
  /** The share who oppose, overall and by group. */
  readonly shares: Support
  readonly outside: boolean
  readonly heard: readonly Hearing[]
  readonly burdens: readonly GroupId[]
}

/** What each group says against a clause. */
export type DissentOf = (opposition: Opposition) => Dissent[]

/**
 * Records the opposition to a clause: for each group that opposes it, its share and its own words, verbatim. A few
 * voices are drawn by chance from the seed, because whoever picks a voice picks a meaning; the rest are counted.
 *
 * People in no group, or in an assembly without groups, are heard as `everyone`.
 *
 * Source: this project, ADR 0019.
 */
export function dissentFrom(reasons: readonly Reason[], count: Count, seed: string): DissentOf {
  return ({ shares, outside, heard, burdens }) => {
    const against = reasons.filter((reason) =>
      heard.some(({ statement, side }) => reason.statement === statement && reason.side === side),
    )
    const voices = (group: GroupId | null): Pick<Dissent, 'words' | 'more'> => {
      const words = against
        .filter(({ participant, words }) => count.groupOf(participant) === group && words.trim() !== '')
        .sort((a, b) => byId(a.participant, b.participant) || byId(a.words, b.words))
        .map((reason) => reason.words)
      const name = heard.map(({ statement, side }) => `${side} ${statement}`).join(', ')
      const drawn = chance(`${seed}/dissent/${name}/${group}`).shuffled(words).slice(0, MOST_VOICES)
      return { words: drawn, more: words.length - drawn.length }
    }
    const inGroups = count.groups.flatMap((group): Dissent[] => {
      const share = shares.groups[group] ?? NOBODY
      const said = voices(group)
      if (share.n === 0 && said.words.length === 0)
        return [{ group, share: null, heard: 'not-asked', ...said }]
      const opposed = share.estimate > 0 || said.words.length > 0 || burdens.includes(group)
      return opposed ? [{ group, share, heard: howHeard(said.words, share.estimate), ...said }] : []
    })
    const said = voices(null)
    const others: Dissent[] =
      outside || said.words.length > 0
        ? [
            {
              group: 'everyone',
              share: shares.overall,
              heard: howHeard(said.words, shares.overall.estimate),
              ...said,
            },
          ]
        : []
    return [...inGroups, ...others]
  }
}

const NOBODY = printed(wilson(0, 0))

const howHeard = (words: readonly string[], share: number): Dissent['heard'] =>
  words.length > 0 ? 'words' : share > 0 ? 'votes-only' : 'asked-none-given'

/** Who gains and who loses, from shares of agreement: all of an interval above or below one half. */
export function effectsOf(support: Support, groups: readonly GroupId[]) {
  const shareOf = (group: GroupId) => support.groups[group] ?? NOBODY
  const benefits = groups.filter((group) => shareOf(group).low > 0.5)
  const burdens = groups.filter((group) => shareOf(group).high < 0.5)
  return { benefits, burdens, notShown: groups.filter((group) => ![...benefits, ...burdens].includes(group)) }
}
