import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pressed } from '../../io/stores/index.ts'
import { mayConfirm, switchState, whyOff } from './switch.ts'

const press = (kind: Pressed['press'], by: string): Pressed => ({
  press: kind,
  reason: 'why',
  by,
  at: '2026-03-01T00:00:00Z',
})

describe('the switch', () => {
  test('is on until somebody presses it', () => expect(switchState([])).toEqual({ kind: 'on', since: null }))

  test('one press switches off, and says who and why', () => {
    expect(whyOff(switchState([press('off', 'ada')]))).toBe(
      'ada switched it off on 2026-03-01T00:00:00Z: why',
    )
  })

  test('on takes two people', () => {
    const asked = [press('off', 'ada'), press('on-asked', 'ada')]
    expect(switchState(asked).kind).toBe('off')
    expect(mayConfirm(switchState(asked), 'ada')).toBe(false)
    expect(switchState([...asked, press('on-confirmed', 'ada')]).kind).toBe('off')
    expect(switchState([...asked, press('on-confirmed', 'ben')]).kind).toBe('on')
  })

  test('nobody can confirm what nobody asked for, or what was pressed off since', () => {
    expect(switchState([press('off', 'ada'), press('on-confirmed', 'ben')]).kind).toBe('off')
    const again = [
      press('off', 'ada'),
      press('on-asked', 'ada'),
      press('off', 'ada'),
      press('on-confirmed', 'ben'),
    ]
    expect(switchState(again).kind).toBe('off')
  })

  test('whatever came before, the last press off leaves it off', () => {
    const any = fc.array(
      fc.tuple(fc.constantFrom('off', 'on-asked', 'on-confirmed'), fc.constantFrom('a', 'b', 'c')),
    )
    fc.assert(
      fc.property(any, (presses) => {
        const all = presses.map(([kind, by]) => press(kind as Pressed['press'], by))
        return switchState([...all, press('off', 'a')]).kind === 'off'
      }),
    )
  })

  test('it is never on again by one person’s presses alone', () => {
    const any = fc.array(fc.constantFrom('off', 'on-asked', 'on-confirmed'))
    fc.assert(
      fc.property(any, (presses) => {
        const all = [press('off', 'x'), ...presses.map((kind) => press(kind as Pressed['press'], 'ada'))]
        return switchState(all).kind === 'off'
      }),
    )
  })
})
