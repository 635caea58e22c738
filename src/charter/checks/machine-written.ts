import { canonical, quoted, type StatementId, seen } from '../../kernel/index.ts'
import { FEWEST_VIEWERS } from '../../negotiate/index.ts'
import type { Charter, MachineWritten } from '../schema.ts'
import {
  allRulingsOf,
  cannotHonourOf,
  decidedOf,
  floorsOf,
  type Placed,
  placed,
  statedOf,
} from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/**
 * A machine may propose words; that they stand is for the participants to decide, and where they come from is said.
 *
 * Source: ADR 0065.
 */
export function machineWritten(charter: Charter): readonly CharterProblem[] {
  const listed = new Map(charter.machineWritten.map((one) => [one.statement, one]))
  return [
    ...listing(charter, listed),
    ...votes(charter),
    ...deciders(charter, listed),
    ...placed(charter.machineWritten, 'machineWritten').map(({ path, it }) =>
      problem('written-by-machine', path, `a machine (${it.model}) wrote statement ${quoted(it.statement)}`),
    ),
  ]
}

type Listed = ReadonlyMap<StatementId, MachineWritten>

/** What clauses cite and what the list says are the same statements, in the same words, with the same votes. */
function listing(charter: Charter, listed: Listed): CharterProblem[] {
  const cited = citations(charter)
  const stated = [...statedOf(charter), ...cannotHonourOf(charter)]
  return [
    ...stated.flatMap(({ path, it }) => {
      const own = listed.get(it.statement)
      const says = `list statement ${quoted(it.statement)} under machineWritten exactly if a machine wrote it`
      return [
        ...unless(
          (it.provenance.origin === 'mediator') === (own !== undefined),
          'machine-unlisted',
          path,
          says,
        ),
        ...unless(
          own === undefined || canonical(own.provenance) === canonical(it.provenance),
          'machine-differs',
          `${path}.provenance`,
          `give the same votes on statement ${quoted(it.statement)} here and under machineWritten`,
        ),
      ]
    }),
    ...placed(charter.machineWritten, 'machineWritten').flatMap(({ path, it }) => [
      ...unless(
        cited.some((one) => one.it.statement === it.statement),
        'machine-not-cited',
        path,
        `take statement ${quoted(it.statement)} off this list: no clause states it`,
      ),
      ...unless(
        it.provenance.statement === it.statement &&
          it.provenance.origin === 'mediator' &&
          cited.every((one) => one.it.statement !== it.statement || one.it.text === it.text),
        'machine-differs',
        path,
        `give the words, origin and votes of statement ${quoted(it.statement)} itself`,
      ),
    ]),
  ]
}

function votes({ machineWritten, assembly }: Charter): CharterProblem[] {
  return placed(machineWritten, 'machineWritten').flatMap(({ path, it: { statement, provenance } }) => [
    ...unless(
      seen(provenance) >= FEWEST_VIEWERS,
      'machine-unvoted',
      `${path}.provenance`,
      `take statement ${quoted(statement)} out until ${FEWEST_VIEWERS} people answered it: a machine wrote it, and ${seen(provenance)} did`,
    ),
    ...unless(
      seen(provenance) + provenance.unseen === assembly.participants,
      'counts-impossible',
      `${path}.provenance`,
      `make agree, pass, disagree and unseen sum to the ${assembly.participants} people of the assembly`,
    ),
  ])
}

/** Neither law nor an operator can lend a machine's words a force that people did not give them. */
function deciders(charter: Charter, listed: Listed): CharterProblem[] {
  const entrenched = floorsOf(charter).filter(({ it }) => it.basis.kind === 'entrenched')
  const byOthers = decidedOf(charter).filter(({ it }) => it.authority !== 'participants')
  const paths = new Set([...entrenched, ...byOthers].map(({ path }) => path))
  const machines = citations(charter).filter(({ it }) => listed.has(it.statement))
  return [...new Set(machines.map(({ path }) => path))]
    .filter((path) => paths.has(path))
    .map((path) =>
      problem(
        'machine-not-by-participants',
        path,
        'rest this clause on the participants’ votes alone: it states what a machine wrote',
      ),
    )
}

/** Every statement that a clause states, with the path of the clause. */
const citations = (
  charter: Charter,
): readonly Placed<{ readonly statement: StatementId; readonly text: string }>[] => [
  ...statedOf(charter),
  ...cannotHonourOf(charter),
  ...allRulingsOf(charter).flatMap(({ path, it }) => [
    { path, it: it.prefer },
    { path, it: it.over },
  ]),
]
