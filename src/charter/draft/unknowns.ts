import type { RegisterEntry } from '../../classify/index.ts'
import { byId, FEWEST_SHOWN, type StatementId, seen, wilson } from '../../kernel/index.ts'
import type { PopulationShare } from '../../listen/index.ts'
import type { Ruling, Unknown } from '../schema.ts'
import { MOST_LISTED } from './choices.ts'
import type { Settled } from './principles.ts'
import { type Desk, UNNUMBERED } from './request.ts'
import { cited, counted, listed, percent, sample } from './sentences.ts'

/** What nobody knows: who was not heard first, then what was not settled, each with what would settle it. */
export function unknownsOf(desk: Desk, settled: Settled, rulings: readonly Ruling[]): Unknown[] {
  return [...unheard(desk), ...undetermined(desk), ...unsettled(desk, settled), ...untested(rulings)]
}

type About = Unknown['about']

const unknown = (
  about: About,
  says: string,
  wouldSettle: string,
  statements: readonly StatementId[] = [],
): Unknown => ({
  id: UNNUMBERED,
  about,
  statements: [...statements],
  says,
  wouldSettle,
})

function unheard(desk: Desk): Unknown[] {
  return [...population(desk), ...unplaced(desk), ...unseen(desk)]
}

function population({ listening }: Desk): Unknown[] {
  if (listening.population.length === 0)
    return [
      unknown(
        'no-population',
        'Nobody said who the affected people are, in numbers: we cannot say who is missing.',
        'Give the shares of the affected population by age, place or whatever sets lives apart, with their source.',
      ),
    ]
  const missing = listening.population.flatMap((target) => gap(target, listening.participants))
  return missing.length > 0
    ? missing
    : [
        unknown(
          'unheard',
          `Measured by ${listed([...new Set(listening.population.map(({ attribute }) => attribute))])}, nobody is missing by more than chance would have it. What was not measured is not known.`,
          'Compare with the population by what else sets lives apart.',
        ),
      ]
}

interface Declaring {
  readonly declared: Readonly<Record<string, string>>
}

/** A part of the population that is heard less than its share; what people did not say of themselves stays open. */
function gap(
  { attribute, value, share, source }: PopulationShare,
  participants: readonly Declaring[],
): Unknown[] {
  const said = participants.filter(({ declared }) => Object.hasOwn(declared, attribute))
  const those = said.filter(({ declared }) => declared[attribute] === value)
  const who = `People whose ${attribute} is ${cited(value)} are ${percent(share)} of those affected (${source})`
  const ask = `Ask people whose ${attribute} is ${cited(value)}, where they are.`
  if (said.length === 0)
    return [
      unknown('unheard', `${who}. How many were heard is not known: nobody said their ${attribute}.`, ask),
    ]
  if (wilson(those.length, said.length).high >= share) return []
  // A charter is public: of fewer people than are published elsewhere, it does not say how many.
  const few = those.length < FEWEST_SHOWN ? `fewer than ${FEWEST_SHOWN}` : String(those.length)
  const heard = `${few} of the ${counted(said.length, 'person', 'people')} who said their ${attribute}`
  return [unknown('unheard', `${who} and ${heard}. We do not know how the others would answer.`, ask)]
}

function unplaced({ map, count }: Desk): Unknown[] {
  const people = count.peopleIn(null)
  if (map.grouping.kind === 'no-stable-groups')
    return [
      unknown(
        'unheard',
        `There are no opinion groups (${map.grouping.because.replace(/\.$/, '')}). Whether a minority stands apart is not known.`,
        'Ask more people, and each of them more statements.',
      ),
    ]
  if (people === 0) return []
  return [
    unknown(
      'unheard',
      `${counted(people, 'person is', 'people are')} in no opinion group: they answered too little to be placed. They count in every overall figure and in no group’s.`,
      'Ask them more statements.',
    ),
  ]
}

function unseen({ listening, entries, count }: Desk): Unknown[] {
  const people = listening.participants.length
  const answers = entries.map(({ statement }) => seen(count.provenance(statement)))
  const total = answers.reduce((sum, some) => sum + some, 0)
  if (total === people * entries.length) return []
  return [
    unknown(
      'unheard',
      `A statement was answered by ${Math.round(total / entries.length)} of ${counted(people, 'person', 'people')} on average, the least answered by ${Math.min(...answers)}. What the others think of it is not known; no figure counts them for or against.`,
      'Show each statement to more people, those least shown first.',
    ),
  ]
}

function undetermined(desk: Desk): Unknown[] {
  const open = desk.entries.filter(({ standing }) => standing === 'undetermined')
  const answered = (entry: RegisterEntry) => seen(desk.count.provenance(entry.statement))
  const cost = ({ question }: RegisterEntry) => (question?.kind === 'judge-a-cell' ? question.more : 0)
  const wanting = (kind: 'describe-a-case' | 'judge-a-cell' | 'none') =>
    open
      .filter(({ question }) => (question?.kind ?? 'none') === kind)
      .sort((a, b) => cost(a) - cost(b) || answered(b) - answered(a) || byId(a.statement, b.statement))
  return [
    ...together(desk, wanting('judge-a-cell'), 'more judges are wanted on a case'),
    ...together(desk, wanting('describe-a-case'), 'too few cases are described in which they matter'),
    ...together(desk, wanting('none'), 'no question is known that would settle them'),
  ]
}

/** The first few one by one, the rest as one, so that a charter of a thousand statements stays readable. */
function together(desk: Desk, entries: readonly RegisterEntry[], why: string): Unknown[] {
  const rest = entries.slice(MOST_LISTED)
  const asks = (entry: RegisterEntry) => entry.question?.asks ?? 'Nobody knows yet.'
  return [
    ...entries
      .slice(0, MOST_LISTED)
      .map((entry) =>
        unknown(
          'undetermined',
          `Whether ${cited(desk.textOf(entry.statement))} can be honoured: ${entry.because}`,
          asks(entry),
          [entry.statement],
        ),
      ),
    ...(rest[0] === undefined
      ? []
      : [
          unknown(
            'undetermined',
            `Of ${counted(rest.length, 'more statement')} nobody can say whether they can be honoured: ${why}.`,
            `One at a time, the most answered first: ${asks(rest[0])}`,
            rest.map(({ statement }) => statement),
          ),
        ]),
  ]
}

function unsettled(desk: Desk, { leftOut, withoutScale, unconfirmed }: Settled): Unknown[] {
  const many = (statements: readonly StatementId[]) => counted(statements.length, 'statement')
  const some = (statements: readonly StatementId[]) =>
    sample(
      statements.map((one) => cited(desk.textOf(one))),
      MOST_LISTED,
    )
  return [
    unknown(
      'left-out',
      `${many(leftOut)} reached the threshold of a floor by agreement alone, less surely than the floors above: ${some(leftOut)}.`,
      'Ask of each whether it must hold for everyone.',
      leftOut,
    ),
    unknown(
      'no-scale',
      `${many(withoutScale)} could be set by each person, but nobody drafted the two ends of a dial: ${some(withoutScale)}.`,
      'Draft what each end of the dial tells the assistant, and how far it may be turned.',
      withoutScale,
    ),
    unknown(
      'unconfirmed',
      `${many(unconfirmed)} counted as settled, but the answers, counted again, do not carry it: ${some(unconfirmed)}.`,
      'Ask more people whether each must hold for everyone, and whom it touches.',
      unconfirmed,
    ),
  ].filter(({ statements }) => statements.length > 0)
}

function untested(rulings: readonly Ruling[]): Unknown[] {
  return rulings.flatMap(({ prefer, over, when, inScope }) => {
    const open = when.filter(({ id }) => !inScope.some((one) => one.case === id))
    if (open.length === 0) return []
    return [
      unknown(
        'untested',
        `No response is known that follows ${cited(prefer.text)} over ${cited(over.text)} in ${listed(open.map(({ title }) => cited(title)))}, so no trial can test it there.`,
        'Have judges say which responses meet it.',
        [prefer.statement],
      ),
    ]
  })
}
