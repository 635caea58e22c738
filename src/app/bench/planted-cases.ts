import { chance, id, type JudgeId, type StatementId } from '../../kernel/index.ts'
import type { Case, Judgement } from '../../listen/index.ts'

export interface CasesSize {
  readonly values: number
  readonly cases: number
  readonly responses: number
}

/** For every case and response, the numbers of the values that it violates. */
export type Violations = readonly (readonly (readonly number[])[])[]

/**
 * Hard cases: eight to twelve values, drawn from all, bear on each; each response violates one to six of those, drawn
 * evenly. So no response is spotless, every case has conflicts, and responses share values as real ones do.
 */
export function plantedCases({ values, cases, responses }: CasesSize, seed: string): Violations {
  const draw = chance(`${seed}/cases`)
  const some = (count: number, of: readonly number[]) => {
    const chosen = new Set<number>()
    while (chosen.size < count) chosen.add(of[draw.below(of.length)]!)
    return [...chosen]
  }
  const all = Array.from({ length: values }, (_, value) => value)
  return Array.from({ length: cases }, () => {
    const bearing = some(8 + draw.below(5), all)
    return Array.from({ length: responses }, () => some(1 + draw.below(6), bearing))
  })
}

const name = (letter: string, number: number): string => `${letter}${number}`
export const valueNamed = (value: number): StatementId => id<'statement'>(name('v', value))

/**
 * The same as records: every case, and whether each of its responses meets or violates each value that bears on it, as
 * judges say who are each right nine times in ten.
 */
export function toldCases(violations: Violations, judges: number, seed: string) {
  const draw = chance(`${seed}/judges`)
  const cases = violations.map((responses, at): Case => {
    const text = `Case ${at}.`
    return {
      id: id(name('c', at)),
      title: text,
      situation: text,
      opening: text,
      affected: [],
      reversible: true,
      responses: responses.map((_, response) => ({
        id: id(name('r', response)),
        // Every case has one, so that none is added that nobody judged.
        kind: response === responses.length - 1 ? 'hands-over' : 'acts',
        text,
        signs: [],
        admissible: true,
      })),
    }
  })
  const bench = Array.from({ length: judges }, (_, judge): JudgeId => id(name('j', judge)))
  const says = (truth: Told): Judgement['verdict'] =>
    draw.uniform() < 0.9 ? truth : draw.uniform() < 0.5 ? SLIPS[truth] : 'irrelevant'
  const judgements = violations.flatMap((responses, at) => {
    const bearing = [...new Set(responses.flat())]
    return responses.flatMap((violated, response) =>
      bearing.flatMap((value) =>
        bench.map(
          (judge): Judgement => ({
            judge,
            case: cases[at]!.id,
            response: cases[at]!.responses[response]!.id,
            statement: valueNamed(value),
            verdict: says(violated.includes(value) ? 'violates' : 'meets'),
          }),
        ),
      ),
    )
  })
  return { cases, judgements }
}

type Told = Exclude<Judgement['verdict'], 'irrelevant'>

const SLIPS: Readonly<Record<Told, Told>> = { meets: 'violates', violates: 'meets' }
