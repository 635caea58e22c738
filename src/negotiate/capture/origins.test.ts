import { describe, expect, test } from 'vitest'
import { toldMap } from '../../classify/told.case.ts'
import { id } from '../../kernel/index.ts'
import { originsOf, restingOnOne } from './origins.ts'

/** People as `group origin voice`; `-` for none. */
function told(people: readonly string[]) {
  const rows = people.map((row, at) => ({ id: id<'participant'>(`p${at}`), parts: row.split(' ') }))
  const voices = new Map(rows.map(({ id: person, parts }) => [person, Number(parts[2])]))
  const participants = rows.map(({ id: person, parts }) => ({
    id: person,
    declared: {},
    origin: parts[1] === '-' ? '' : parts[1]!,
    exportedGroup: null,
  }))
  const groups: Record<string, string[]> = {}
  for (const { id: person, parts } of rows) groups[parts[0]!] = [...(groups[parts[0]!] ?? []), person]
  return restingOnOne(voices, originsOf({ participants }, toldMap(groups)))
}

const times = (count: number, row: string): string[] => new Array<string>(count).fill(row)

describe('whether a group’s say survives the removal of any one origin', () => {
  test('a group that came through one link has no say without it', () => {
    expect(told([...times(8, 'A letter 1'), ...times(8, 'A poster 1'), ...times(6, 'B link 0')])).toEqual({
      kind: 'checked',
      rests: [{ group: 'B', origin: 'link', without: 'no-group' }],
    })
  })

  test('a majority that one link made is none without it; one that others share stays', () => {
    const honest = [...times(6, 'A letter 1'), ...times(6, 'A poster 1')]
    expect(told([...honest, ...times(13, 'A link 0')])).toEqual({
      kind: 'checked',
      rests: [{ group: 'A', origin: 'link', without: 'no-majority' }],
    })
    expect(told([...honest, ...times(4, 'A link 0')])).toEqual({ kind: 'checked', rests: [] })
  })

  test('carrying is asked like blocking', () => {
    expect(told([...times(5, 'A letter 0'), ...times(9, 'A link 1'), ...times(3, 'A - 0')])).toEqual({
      kind: 'checked',
      rests: [{ group: 'A', origin: 'link', without: 'no-majority' }],
    })
  })

  test('is unknown where no origin was recorded', () => {
    expect(told(times(9, 'A - 1'))).toMatchObject({ kind: 'unknown' })
  })
})
