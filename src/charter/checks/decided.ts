import { canonical, type StatementId } from '../../kernel/index.ts'
import { cyclesIn } from '../cycles.ts'
import { answeredOf, decidedIn } from '../decided.ts'
import type { Charter, SecondOrder } from '../schema.ts'
import { allRulingsOf, cannotHonourOf, decidedOf, statedOf } from './clauses.ts'
import { type CharterProblem, unless } from './problem.ts'

/** Who decided, and who wishes otherwise: the header and the clauses say the same, and the figures bear them out. */
export function decided(charter: Charter): readonly CharterProblem[] {
  return [...header(charter), ...answered(charter), ...wishes(charter), ...circles(charter)]
}

function header(charter: Charter): CharterProblem[] {
  const found = decidedIn(charter)
  return unless(
    canonical(charter.decided) === canonical(found),
    'decided-miscounted',
    'decided',
    `count again: of ${found.clauses} clauses that bind, participants decided ${found.by.participants}, the operator ${found.by.operator} and the law ${found.by.law}`,
  )
}

/** The question that decided a clause is the one its figures rest on, answered by as many. */
const answered = (charter: Charter): CharterProblem[] =>
  decidedOf(charter).flatMap(({ path, it }) => {
    const { question, people } = answeredOf(it)
    return unless(
      it.answered.question === question && it.answered.people === people,
      'answered-miscounted',
      `${path}.answered`,
      `say that ${people} people answered "${question}": that is what ${it.id} rests on`,
    )
  })

/** Nobody wishes otherwise who did not answer, and one statement has one count of wishes. */
function wishes(charter: Charter): CharterProblem[] {
  const stated = [...statedOf(charter), ...cannotHonourOf(charter)]
  const told = new Map(stated.map(({ it }) => [it.statement, it.secondOrder]))
  const differs = (path: string, statement: StatementId, says: SecondOrder | null) =>
    unless(
      !told.has(statement) || canonical(told.get(statement)) === canonical(says),
      'second-order-differs',
      path,
      `repeat the count that stands with statement "${statement}"`,
    )
  return [
    ...stated.flatMap(({ path, it: { secondOrder, provenance } }) =>
      unless(
        secondOrder === null ||
          (asked(secondOrder.agree) <= provenance.agree &&
            asked(secondOrder.disagree) <= provenance.disagree),
        'second-order-impossible',
        `${path}.secondOrder`,
        'count only people who agree or disagree, each once',
      ),
    ),
    ...allRulingsOf(charter).flatMap(({ path, it: { prefer, over, secondOrder } }) => [
      ...differs(`${path}.secondOrder.prefer`, prefer.statement, secondOrder.prefer),
      ...differs(`${path}.secondOrder.over`, over.statement, secondOrder.over),
    ]),
  ]
}

const asked = ({ endorse, disown, unsure }: SecondOrder['agree']): number => endorse + disown + unsure

/** A circle that is hidden, or that is none. */
function circles(charter: Charter): CharterProblem[] {
  const found = cyclesIn(charter, charter.method.thresholds)
  return unless(
    canonical(charter.cycles) === canonical(found),
    'cycles-differ',
    'cycles',
    found.length === 0
      ? 'list none: no rulings lead round in a circle'
      : `list ${found.map(({ rulings }) => rulings.join(', ')).join('; ')}: there the rulings lead round`,
  )
}
