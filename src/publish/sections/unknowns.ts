import type { Charter, Study } from '../../charter/index.ts'
import { FEWEST_SHOWN, seen } from '../../kernel/index.ts'
import type { Heard, Report } from '../schema.ts'
import { cited, counted, percent } from '../sentences.ts'

type Unknown = Report['unknowns']['unknowns'][number]

/**
 * What nobody knows, and what would settle it.
 *
 * What a charter says of people who were not heard is said again here from the published figures: its own sentences
 * count people whose number is too small to publish.
 */
export function unknownsIn(study: Study, charter: Charter | null, heard: Heard): Report['unknowns'] {
  const stated = (charter?.unknowns ?? []).filter(
    ({ about }) => about !== 'unheard' && about !== 'no-population',
  )
  const unknowns: Unknown[] = [
    ...population(heard),
    ...ungrouped(heard),
    ...unseen(study),
    ...stated.map(({ id, says, wouldSettle }) => ({ id, says, wouldSettle })),
    ...(charter === null ? [NOT_DRAFTED] : []),
  ]
  return {
    says: `${counted(unknowns.length, 'thing')} that nobody knows, and what would settle ${unknowns.length === 1 ? 'it' : 'each'}.`,
    unknowns,
  }
}

const NOT_DRAFTED: Unknown = {
  id: null,
  says: 'Which values bind is not known: no charter is drafted.',
  wouldSettle: 'Draft a charter and put it to the vote.',
}

function population({ targets, attributes }: Heard): Unknown[] {
  if (targets === 'none')
    return [
      {
        id: null,
        says: 'Nobody said who the affected people are, in numbers: we cannot say who is missing.',
        wouldSettle:
          'Give the shares of the affected population by age, place or whatever sets lives apart, with their source.',
      },
    ]
  const missing = attributes.flatMap(({ attribute, said, rows }) =>
    rows
      .filter(({ compared }) => compared === 'fewer')
      .map(({ value, target, source, heard }): Unknown => {
        const counted_ = heard.kind === 'shown' ? heard.people : `fewer than ${FEWEST_SHOWN}`
        return {
          id: null,
          says: `People whose ${attribute} is ${cited(value)} are ${percent(target ?? 0)} of those affected (${source}) and ${counted_} of the ${counted(said ?? 0, 'person', 'people')} who said their ${attribute}. We do not know how the others would answer.`,
          wouldSettle: `Ask people whose ${attribute} is ${cited(value)}, where they are.`,
        }
      }),
  )
  return [...missing, ...unsaid(attributes)]
}

/** Who is missing cannot be told by what hardly anybody said. */
const unsaid = (attributes: Heard['attributes']): Unknown[] =>
  attributes
    .filter(({ said, rows }) => said === null && rows.some(({ target }) => target !== null))
    .map(({ attribute }) => ({
      id: null,
      says: `How many were heard by ${attribute} is not shown: fewer than ${FEWEST_SHOWN} people said their ${attribute}.`,
      wouldSettle: `Ask people for their ${attribute}, and say what it is for.`,
    }))

function ungrouped({ groups }: Heard): Unknown[] {
  if (groups.kind === 'no-stable-groups')
    return [
      {
        id: null,
        says: `There are no opinion groups (${groups.because.replace(/\.$/, '')}). Whether a minority stands apart is not known.`,
        wouldSettle: 'Ask more people, and each of them more statements.',
      },
    ]
  if (groups.outside === 0) return []
  const people =
    groups.outside === null || groups.outside < FEWEST_SHOWN
      ? 'Some people are'
      : `${counted(groups.outside, 'person', 'people')} are`
  return [
    {
      id: null,
      says: `${people} in no opinion group: they answered too little to be placed. They count in every overall figure and in no group’s.`,
      wouldSettle: 'Ask them more statements.',
    },
  ]
}

function unseen({ listening, map }: Study): Unknown[] {
  const people = listening.participants.length
  const answers = map.support.map(({ overall }) => seen(overall.tally))
  const total = answers.reduce((sum, some) => sum + some, 0)
  if (answers.length === 0 || total === people * answers.length) return []
  return [
    {
      id: null,
      says: `A statement was answered by ${Math.round(total / answers.length)} of ${counted(people, 'person', 'people')} on average. What the others think of it is not known; no figure counts them for or against.`,
      wouldSettle: 'Show each statement to more people, those least shown first.',
    },
  ]
}
