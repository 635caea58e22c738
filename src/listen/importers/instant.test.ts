import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, LAST_INSTANT } from './instant.ts'

test('an instant is spelt as JavaScript spells it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LAST_INSTANT }), (millis) => {
      expect(instantOf(millis)).toBe(new Date(millis).toISOString())
    }),
  )
})

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [951_782_400_000, '2000-02-29T00:00:00.000Z'],
  [4_107_542_400_000, '2100-03-01T00:00:00.000Z'],
  [LAST_INSTANT, '9999-12-31T23:59:59.999Z'],
])('%d is %s', (millis, spelt) => expect(instantOf(millis)).toBe(spelt))
