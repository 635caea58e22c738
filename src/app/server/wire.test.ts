import { expect, test } from 'vitest'
import { allWordsIn } from './wire.ts'

test('what a person lets go out is all shown: every choice, and what is hidden beside', () => {
  const whole = JSON.stringify({
    id: 'chatcmpl-1',
    choices: [
      { index: 0, message: { role: 'assistant', content: 'One.' } },
      { index: 1, message: { role: 'assistant', content: 'Two.', reasoning: 'Because.' } },
    ],
    parley: { id: 'd-1' },
  })
  const words = allWordsIn(whole)
  for (const one of ['Answer 1: One.', 'Answer 2: Two.', 'Also in it:', 'Because.'])
    expect(words).toContain(one)
  for (const ours of ['d-1', 'chatcmpl']) expect(words).not.toContain(ours)
})

test('a streamed answer reads as a whole one', () => {
  const chunks = ['Good ', 'morning.'].map(
    (content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`,
  )
  expect(allWordsIn(`${chunks.join('')}data: [DONE]\n\n`)).toBe('Good morning.')
})
