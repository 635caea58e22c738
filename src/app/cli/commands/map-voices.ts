import { FEWEST_SHOWN, type StatementId } from '../../../kernel/index.ts'
import type { AttributeResponse, GroupResponse, Removal, Voices, Without } from '../../../map/index.ts'
import { hiddenParts } from '../../../publish/index.ts'
import { counted, number, percent, shareText } from '../../../web/words.ts'

/** Who is missing and who is loud, in lines: groups and numbers, and never who somebody is. */
export function voicesLines(voices: Voices, text: ReadonlyMap<StatementId, string>): readonly string[] {
  const { effective, lookAlikes, removals, response } = voices
  return [
    '',
    `who is missing (a count under ${FEWEST_SHOWN} can point at somebody: --json has them, for whoever runs the assembly)`,
    ...(response.length === 0
      ? ['  unknown: nobody said anything about themselves']
      : response.flatMap(responseLines)),
    '',
    'who is loud',
    `  ${number(effective.people)} people; by how much each answered, as many as ${number(Math.round(effective.byAnswers))} who all answer alike much`,
    lookAlikes.length === 0
      ? '  nobody’s answers coincide more than chance would have it'
      : `  ${counted(lookAlikes.length, 'set')} of look-alikes, ${counted(lookAlikes.flatMap(({ participants }) => participants).length, 'person', 'people')} in all, flagged and not removed; counted once for what they share, ${number(Math.round(effective.distinct))} voices`,
    ...voices.without.map(withoutLine),
    '',
    ...enoughLines(voices),
    'results that rest on the fewest people (without so many, any that answered so, each would not be listed)',
    ...(removals.length === 0 ? ['  none: nothing is agreed by more than half of every group'] : []),
    ...removals
      .slice(0, MOST_SHOWN)
      .map((removal) => `  ${removalText(removal)}  ${text.get(removal.statement) ?? ''}`),
  ]
}

const MOST_SHOWN = 10

/** How few would be enough, in sentences that name nobody: any people who answered so would do. */
function enoughLines({ removals: [weakest], endsAGroup }: Voices): readonly string[] {
  return [
    ...(weakest === undefined
      ? []
      : [
          `the votes of ${counted(weakest.fewest, 'person', 'people')} would be enough to take a statement off a list`,
        ]),
    ...(endsAGroup === null
      ? []
      : [
          `the votes of ${counted(endsAGroup, 'person', 'people')} would be enough to change the number of groups`,
        ]),
  ]
}

function withoutLine({ people, groups, ended, begun }: Without): string {
  const after =
    groups.with === groups.without
      ? `still ${groupsText(groups.with)}`
      : `${groupsText(groups.without)} instead of ${groupsText(groups.with)}`
  return `  without a set of ${counted(people, 'look-alike')}, drawn again: ${after}; agreed across groups: ${number(ended)} fewer, ${number(begun)} more`
}

const groupsText = (groups: number | null): string =>
  groups === null ? 'no stable groups' : counted(groups, 'group')

function responseLines({ attribute, said, unknown, groups }: AttributeResponse): string[] {
  const hidden = hiddenParts(groups.map(({ value, people }) => ({ key: value, count: people })))
  const totals = hiddenParts([
    { key: 'said', count: said },
    { key: 'unknown', count: unknown },
  ])
  const total = (key: 'said' | 'unknown', count: number) => (totals.has(key) ? 'not shown' : number(count))
  return [
    `  ${attribute}: ${total('said', said)} said; unknown of ${total('unknown', unknown)}`,
    ...groups.map((group) => `    ${group.value}: ${groupText(group, hidden.get(group.value) ?? null)}`),
  ]
}

function groupText(
  { people, share, target, answersEach }: GroupResponse,
  hidden: 'too-few' | 'gives-away' | null,
): string {
  if (hidden === 'too-few') return `fewer than ${FEWEST_SHOWN} people`
  if (hidden === 'gives-away') return 'not shown, as a smaller group could be worked out from it'
  const each = answersEach === null ? '' : `, ${answersEach.toFixed(1)} answers each`
  return `${counted(people, 'person', 'people')}, ${shareText(share)}${each}; ${targetText(target)}`
}

function targetText(target: GroupResponse['target']): string {
  switch (target.kind) {
    case 'not-given':
      return 'no target'
    case 'nobody-affected':
      return `by ${target.source} nobody of them is affected`
    case 'given': {
      const { ratio, compared, share } = target
      const times = `${ratio.estimate.toFixed(2)} times (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`
      return `${times} their ${percent(share)} % of those affected: ${COMPARED[compared]}`
    }
  }
}

const COMPARED = { fewer: 'missing', more: 'more than their share', unclear: 'unclear' } as const

function removalText({ statement, direction, result, fewest }: Removal): string {
  const listed = result.kind === 'consensus' ? 'agreed across groups' : `what speaks for ${result.group}`
  return `${number(fewest)}  ${statement}  ${listed}${direction === 'disagree' ? ' (against)' : ''}`
}
