import { describe, expect, test } from 'vitest'
import { planted } from '../planted.case.ts'
import { matrixOf } from '../votes/matrix.ts'
import { pooledSharesOf } from './pooled-shares.ts'
import { groupedInto } from './regrouped.ts'
import { regroupedConsensus } from './regrouped-consensus.ts'
import { talliesOf } from './support.ts'

const INTO = { k: 2, seed: 'regrouped' }
const width = ({ low, high }: { readonly low: number; readonly high: number }) => high - low

/** The mean width of consensus intervals: of votes alone, and with the doubt about membership. */
function widths(population: Parameters<typeof planted>[0]) {
  const matrix = matrixOf(
    planted(population, { people: 80, statements: 25, answered: 0.7 }, 'widths').listening,
  )
  const alone = pooledSharesOf(talliesOf(matrix, groupedInto(matrix, INTO)!))
  const regrouped = regroupedConsensus(matrix, INTO)
  const mean = (of: (statement: (typeof matrix.statements)[number]) => number) =>
    matrix.statements.reduce((sum, statement) => sum + of(statement), 0) / matrix.statements.length
  return {
    alone: mean((statement) => width(alone.get(statement)!.product.agree)),
    regrouped: mean((statement) => width(regrouped.get(statement)!.agree)),
  }
}

describe('consensus when groups could have come out otherwise', () => {
  test('is as sure as the votes where groups are clear, and less sure where they are not', () => {
    const clear = widths({ kind: 'groups', shares: [0.5, 0.5] })
    const vague = widths({ kind: 'random' })
    expect(clear.regrouped / clear.alone).toBeLessThan(1.15)
    expect(vague.regrouped / vague.alone).toBeGreaterThan(1.2)
  })

  test('people who do not divide have no other groups', () => {
    const { listening } = planted({ kind: 'random' }, { people: 1, statements: 10, answered: 1 }, 'one')
    expect(regroupedConsensus(matrixOf(listening), INTO)).toEqual(new Map())
  })
})
