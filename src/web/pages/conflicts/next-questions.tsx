import type { FC } from 'hono/jsx'
import { type Question, questionsOf } from '../../../negotiate/index.ts'
import { counted } from '../../words.ts'
import type { ReadyStudy } from '../ready.ts'

/** How many questions are listed at once. */
const FIRST = 5

/** What to ask next across the whole assembly: judges, whoever describes cases, and people; the most telling first. */
export const NextQuestions: FC<{ study: ReadyStudy }> = ({ study: { listening, register } }) => {
  const questions = questionsOf(listening, register)
  if (questions.length === 0) return null
  return (
    <section class="card" aria-labelledby="h-next">
      <h2 id="h-next">What to ask next</h2>
      <p class="meta">
        {`The answers that tell most, first: ${FIRST < questions.length ? `${FIRST} of ` : ''}${counted(questions.length, 'open question')}. One bit is what a fair coin’s toss would tell.`}
      </p>
      <ol>
        {questions.slice(0, FIRST).map((question) => (
          <li>
            <strong>{ASKED[question.kind]}</strong> <span dir="auto">{question.asks}</span>{' '}
            <span class="meta">{`${question.bits.toPrecision(2)} bits per answer`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const ASKED: Readonly<Record<Question['kind'], string>> = {
  'judge-a-cell': 'For judges.',
  'describe-a-case': 'For anybody who knows such a case.',
  compare: 'For everybody.',
}
