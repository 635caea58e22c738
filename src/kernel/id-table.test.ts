import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from './digest.ts'
import { idTable } from './id-table.ts'
import { byId, orderById } from './ids.ts'

test('numbers ids in the order in which they first come, and gives each back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(3000).map(String))),
      (texts) => {
        const table = idTable()
        const first = [...new Set(texts)]
        for (const text of texts)
          expect(table.numberOf(utf8(text), 0, utf8(text).length)).toBe(first.indexOf(text))
        expect(table.size).toBe(first.length)
        expect(table.texts()).toEqual(first)
      },
    ),
  )
})

test('has room for more than it began with', () => {
  const table = idTable()
  for (let at = 0; at < 5000; at++)
    table.numberOf(utf8(`participant ${at}`), 0, utf8(`participant ${at}`).length)
  expect(table.numberOf(utf8('participant 4321'), 0, 16)).toBe(4321)
})

test('orders many ids as byId does', () => {
  const anyId = fc.oneof(
    fc.nat(50).map(String),
    fc.constantFrom('007', '1'.repeat(16), '2'.repeat(15), 'a', 'B', 'é', ''),
  )
  fc.assert(
    fc.property(fc.array(anyId), (ids) => {
      expect([...orderById(ids)].map((at) => ids[at])).toEqual([...ids].sort(byId))
    }),
  )
})
