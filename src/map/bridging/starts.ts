import { INTERCEPT_PRICE, type Objective } from './objective.ts'

/**
 * Where to begin: the statements' own means, and one factor, that of the statement about which people differ most.
 *
 * The objective can have several valleys where people answered few of few statements. There all the statements about
 * which people differ most have their turn, and then a factor that all share; in large conversations, and in all
 * published ones that were tried, every start ends in the same place (ADR 0027).
 */
export function startsOf(objective: Objective): Float64Array[] {
  const { answers, differing } = objective
  const dividing = [...differing.keys()].sort((a, b) => differing[b]! - differing[a]! || a - b)
  const from = (columns: readonly number[]) => {
    const parameters = meansOf(objective)
    for (const column of columns) parameters[2 * column + 1] = 1
    return parameters
  }
  if (answers > FEW_ANSWERS) return [from(dividing.slice(0, 1))]
  return [...dividing.slice(0, MOST_STARTS).map((column) => from([column])), from(dividing)]
}

/** Each statement's mean less what is usual; that is shared evenly between μ, the people and the statements. */
function meansOf({ answers, answered, rated, statement }: Objective): Float64Array {
  const parameters = new Float64Array(2 * answered.length + 1)
  const usual = rated.reduce((sum, one) => sum + one, 0) / answers
  const third = usual / (3 + INTERCEPT_PRICE)
  answered.forEach((n, column) => {
    if (n > 0) parameters[2 * column] = third + (rated[column]! - n * usual) / (n + statement.intercept)
  })
  parameters[2 * answered.length] = third
  return parameters
}

/** Up to so many answers more than one start is tried, and so many of them (ADR 0027). */
const FEW_ANSWERS = 5_000
const MOST_STARTS = 8
