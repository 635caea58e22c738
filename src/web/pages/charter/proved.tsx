import type { FC } from 'hono/jsx'
import type { Certificates, Charter } from '../../../charter/index.ts'
import { Tag } from '../../parts/marks.tsx'
import { withoutStop } from '../../parts/spoken.tsx'
import { counted, FEWEST_SHOWN } from '../../words.ts'
import { guaranteeTitle, ruleOf } from '../negotiate/rules.ts'

type Slate = Certificates['slates'][number]

/** What is proved of each rule's choice, what is refuted with how many people, and what nobody could show. */
export const Proved: FC<{ charter: Charter }> = ({ charter }) => {
  const { slates, people, proof } = charter.certificates
  return (
    <section id="proved" aria-labelledby="h-proved">
      <h2 id="h-proved">What is proved of the choice</h2>
      <p class="meta">
        {`${counted(people, 'person', 'people')} had a say in ${counted(charter.method.seats, 'place')}. Each declared rule filled them in its own way; whatever the rule, this can be counted.`}
      </p>
      {slates.map((slate) => (
        <>
          <h3>
            {ruleOf(slate).title}
            {slate.rule === charter.method.rule ? ' (in force)' : ''}
          </h3>
          <ul class="plain spaced">
            <li>
              <Tag kind={MARKS[slate.ejrPlus.outcome]}>{WORDS[slate.ejrPlus.outcome]}</Tag>{' '}
              <b>{guaranteeTitle('ejr-plus')}.</b> {claimSays(slate.ejrPlus, textsIn(charter))}
            </li>
            <li>
              <Tag kind={MARKS[slate.core.outcome]}>{WORDS[slate.core.outcome]}</Tag>{' '}
              <b>{guaranteeTitle('core')}.</b> {coreSays(slate.core, textsIn(charter))}
            </li>
            {slate.lottery === null ? null : (
              <li>
                <Tag kind="kept">proved</Tag> <b>Of the lottery behind it.</b> {lotterySays(slate.lottery)}
              </li>
            )}
          </ul>
        </>
      ))}
      <p class="src">
        {proof === null
          ? 'No proof file was written: there are too many ballots. Whoever may see the votes can count some of it with '
          : 'The proof file holds every different ballot, so it may be withheld; whoever has it, or may see the votes, can count this again with '}
        <code>npx parley charter verify FILE</code>
        {proof === null ? '.' : '. Its digest: '}
        {proof === null ? null : <code>{proof}</code>}
      </p>
    </section>
  )
}

const MARKS = { certified: 'kept', refuted: 'broken', 'not-certified': 'unknown' } as const
const WORDS = { certified: 'proved', refuted: 'fails', 'not-certified': 'unknown' } as const

/** Whether somebody could claim a place, and who comes closest. */
function claimSays({ outcome, closest }: Slate['ejrPlus'], texts: Texts): string {
  if (closest === null) return 'Nobody agrees with a statement that has no place.'
  const { people, owed, statement } = closest
  const claim = `${peopleTold(people)} agree with ${named(statement, texts)}, and each has fewer than ${counted(owed, 'place')}`
  return outcome === 'refuted'
    ? `${claim}, which they are enough for: they could claim one.`
    : `Nobody could claim a place. Closest to it: ${claim}, which they are too few for.`
}

/** Whether anybody would rather leave with the places they are enough for. */
function coreSays(core: Slate['core'], texts: Texts): string {
  switch (core.outcome) {
    case 'certified':
      return 'No people who are enough for some places would each be better off with as many statements of their own choice.'
    case 'refuted':
      return `${peopleTold(core.people)} would each rather have ${core.claims.map((claim) => named(claim, texts)).join(' and ')}, and are enough for ${counted(core.claims.length, 'place')}.`
    case 'not-certified':
      return OPEN[core.because]
  }
}

/** How far the lottery could be from the best one. */
const lotterySays = (lottery: NonNullable<Slate['lottery']>): string =>
  lottery.kind === 'nash-welfare'
    ? `With its own part of the whole, no group could give each of its members more than ${lottery.gap / 10_000} % more than the mix does.`
    : `No statement is preferred to it by a lead of more than ${counted(lottery.exploitability, 'person', 'people')} in a million who can tell.`

const OPEN = {
  'not-found': 'Nobody was found who would rather leave, and no proof that nobody would.',
  'too-large': 'There were too many ballots to try.',
} as const

const peopleTold = (people: number): string =>
  people < FEWEST_SHOWN ? `Fewer than ${FEWEST_SHOWN} people` : counted(people, 'person', 'people')

type Texts = ReadonlyMap<string, string>

/** The words of statements that have a clause. */
const textsIn = ({ principles, contested, cannotHonour }: Charter): Texts =>
  new Map(
    [...principles, ...contested, ...cannotHonour].flatMap((clause) =>
      'statement' in clause ? [[clause.statement, clause.text] as const] : [],
    ),
  )

const named = (statement: string, texts: Texts): string => {
  const text = texts.get(statement)
  // Isolated, so that words of another direction leave the sentence as it is.
  return text === undefined ? `statement ${statement}` : `“\u2068${withoutStop(text)}\u2069”`
}
