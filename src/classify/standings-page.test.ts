import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MOST_POSSIBLE } from './conflict.ts'
import {
  ALMOST_EVERY,
  DIAL_TOUCHES_OTHERS,
  EXCLUDED,
  FEWEST_CASES,
  FLOOR_EACH_GROUP,
  FLOOR_OVERALL,
  SURE,
} from './index.ts'

const page = readFileSync('docs/methods/standings.md', 'utf8')
const rows = [...page.matchAll(/^\| (.+?) \| ([\d.]+) \| (ADR \d{4}) \|$/gm)].map(([, what, value, adr]) => [
  what,
  value,
  adr,
])

describe('docs/methods/standings.md', () => {
  test('states the thresholds that are in force', () => {
    expect(rows).toEqual([
      ['a verdict is sure from', String(SURE), 'ADR 0005'],
      ['a verdict is excluded up to', String(EXCLUDED), 'ADR 0005'],
      ['almost every case', String(ALMOST_EVERY), 'ADR 0006'],
      ['fewest cases', String(FEWEST_CASES), 'ADR 0006'],
      ['most values in a possible conflict', String(MOST_POSSIBLE), 'ADR 0006'],
      ['floor, lower bound overall', FLOOR_OVERALL.toFixed(3), 'ADR 0007'],
      ['floor, lower bound in each group', String(FLOOR_EACH_GROUP), 'ADR 0007'],
      ['dial, upper bound of touching others', String(DIAL_TOUCHES_OTHERS), 'ADR 0007'],
    ])
  })

  test('names decisions that exist', () => {
    const decided = readdirSync('docs/adr').map((name) => `ADR ${name.slice(0, 4)}`)
    expect(rows.map(([, , adr]) => adr).filter((adr) => !decided.includes(adr!))).toEqual([])
  })
})
