import { expect, test } from 'vitest'
import type { Entry } from '../io/stores/index.ts'
import { followers } from './followers.ts'

const ENTRY: Entry = { position: 7, at: '', event: { type: 'gone' } }

test('one that fails to hear is told so, and keeps nothing from the others', () => {
  const { follow, tell } = followers()
  const [missed, heard]: [unknown[], unknown[]] = [[], []]
  const deaf = new Error('too loud')
  follow({
    hear: () => {
      throw deaf
    },
    missed: (entries, because) => missed.push([entries, because]),
  })
  follow({ hear: (entries) => heard.push(entries), missed: () => expect.fail('it heard') })
  tell([ENTRY])
  expect(missed).toEqual([[[ENTRY], deaf]])
  expect(heard).toEqual([[ENTRY]])
})
