import { sumsByStretch } from './sums-by-stretch.ts'

/** The covariance of the columns, times the number of people, times four vectors that lie side by side. */
export const covarianceTimes = sumsByStretch<CovarianceInput>(
  'covariance-times',
  ({ input: { block } }) => block.length,
  (kernels, rows, { mean, block }) => kernels.covarianceTimes(rows, mean, block),
)

interface CovarianceInput {
  readonly mean: Float64Array
  readonly block: Float64Array
}
