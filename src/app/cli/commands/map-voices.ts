import { FEWEST_SHOWN, type StatementId } from '../../../kernel/index.ts'
import type { AttributeResponse, GroupResponse, Removal, Voices } from '../../../map/index.ts'
import { counted, number, percent, shareText } from '../../../web/words.ts'

/** Who is missing and who is loud, in lines: groups and numbers, and never who somebody is. */
export function voicesLines(voices: Voices, text: ReadonlyMap<StatementId, string>): readonly string[] {
  const { effective, lookAlikes, removals, response } = voices
  return [
    '',
    `who is missing (for whoever runs the assembly: a count under ${FEWEST_SHOWN} can point at somebody)`,
    ...(response.length === 0
      ? ['  unknown: nobody said anything about themselves']
      : response.flatMap(responseLines)),
    '',
    'who is loud',
    `  ${number(effective.people)} people; by how much each answered, as many as ${number(Math.round(effective.byAnswers))} who all answer alike much`,
    lookAlikes.length === 0
      ? '  nobody’s answers coincide more than chance would have it'
      : `  ${counted(lookAlikes.length, 'set')} of look-alikes, ${counted(lookAlikes.flatMap(({ participants }) => participants).length, 'person', 'people')} in all, flagged and not removed; counted once for what they share, ${number(Math.round(effective.distinct))} voices`,
    '',
    'results that rest on the fewest people (without so many, any that answered so, each would not be listed)',
    ...(removals.length === 0 ? ['  none: nothing is agreed by more than half of every group'] : []),
    ...removals
      .slice(0, MOST_SHOWN)
      .map((removal) => `  ${removalText(removal)}  ${text.get(removal.statement) ?? ''}`),
  ]
}

const MOST_SHOWN = 10

const responseLines = ({ attribute, said, unknown, groups }: AttributeResponse): string[] => [
  `  ${attribute}: ${number(said)} said; unknown of ${number(unknown)}`,
  ...groups.map((group) => `    ${group.value}: ${groupText(group)}`),
]

function groupText({ people, share, target, answersEach }: GroupResponse): string {
  const each = answersEach === null ? '' : `, ${answersEach.toFixed(1)} answers each`
  const heard = `${counted(people, 'person', 'people')}, ${shareText(share)}${each}`
  if (target.kind === 'not-given') return `${heard}; no target`
  const { ratio, compared } = target
  const times = `${ratio.estimate.toFixed(2)} times (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`
  return `${heard}; ${times} their ${percent(target.share)} % of those affected: ${COMPARED[compared]}`
}

const COMPARED = { fewer: 'missing', more: 'more than their share', unclear: 'unclear' } as const

function removalText({ statement, direction, result, fewest }: Removal): string {
  const listed = result.kind === 'consensus' ? 'agreed across groups' : `what speaks for ${result.group}`
  return `${number(fewest)}  ${statement}  ${listed}${direction === 'disagree' ? ' (against)' : ''}`
}
