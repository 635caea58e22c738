import { quoted, type StatementId } from '../../kernel/index.ts'
import { LOTTERIES } from '../schema/certificates.ts'
import { UNIT } from '../schema/parts.ts'
import type { Certificates, Charter } from '../schema.ts'
import { contestedPrinciplesOf, floorsOf, type Placed, placed } from './clauses.ts'
import { type CharterProblem, unless } from './problem.ts'

type Slate = Certificates['slates'][number]

/**
 * What is seated is what the slates say, and what is said of a slate can be. Whether it is so, `verify` counts from the
 * ballots.
 */
export function certificates(charter: Charter): readonly CharterProblem[] {
  const slates = placed(charter.certificates.slates, 'certificates.slates')
  return [
    ...declared(charter),
    ...slates.flatMap((slate) => [
      ...choice(charter, slate),
      ...claims(charter, slate),
      ...lots(charter, slate),
    ]),
    ...seats(charter),
  ]
}

/** Each declared rule has its slate, once. */
function declared({ method, certificates }: Charter): CharterProblem[] {
  const rules = certificates.slates.map(({ rule }) => rule)
  const wanted = [method.rule, ...method.otherRules]
  return unless(
    [...rules].sort().join() === [...wanted].sort().join(),
    'slate-missing',
    'certificates.slates',
    'give the slate of each declared rule, once, and of no other',
  )
}

function choice({ method, certificates }: Charter, { path, it: { slate } }: Placed<Slate>): CharterProblem[] {
  return unless(
    slate.length <= method.seats &&
      new Set(slate).size === slate.length &&
      slate.every((statement) => certificates.candidates.includes(statement)),
    'slate-impossible',
    `${path}.slate`,
    `seat at most ${method.seats} of the candidates, each once`,
  )
}

/** What is claimed against a slate follows from its figures. */
function claims({ method, certificates }: Charter, { path, it }: Placed<Slate>): CharterProblem[] {
  const areEnough = (people: number, owed: number) =>
    people > 0 && owed <= method.seats && people * method.seats >= owed * certificates.people
  const isOpen = (statement: (typeof it.slate)[number]) =>
    certificates.candidates.includes(statement) && !it.slate.includes(statement)
  const { closest, outcome } = it.ejrPlus
  const { core } = it
  return [
    ...unless(
      closest === null ||
        (closest.owed > 0 && isOpen(closest.statement) && closest.people <= certificates.people),
      'claim-impossible',
      `${path}.ejrPlus.closest`,
      'name a candidate without a seat, and no more people than there are',
    ),
    ...unless(
      (closest !== null && areEnough(closest.people, closest.owed)) === (outcome === 'refuted'),
      'claim-impossible',
      `${path}.ejrPlus.outcome`,
      'call it refuted where the people of the closest claim are enough for the seats they are owed, and only there',
    ),
    ...unless(
      core.outcome !== 'refuted' ||
        (areEnough(core.people, core.claims.length) &&
          core.claims.some(isOpen) &&
          core.people <= certificates.people),
      'claim-impossible',
      `${path}.core`,
      'name people who are enough for what they claim, and a claim that has no seat',
    ),
    ...unless(
      core.outcome !== 'certified' || certificates.proof !== null,
      'proof-missing',
      `${path}.core`,
      'name the proof file, or do not call it certified',
    ),
  ]
}

/** A rule that rests on a lottery says which, and its shares are a whole. */
function lots({ certificates: { candidates } }: Charter, { path, it }: Placed<Slate>): CharterProblem[] {
  const shares = Object.entries(it.lottery?.shares ?? {}) as [StatementId, number][]
  const sum = shares.reduce((all, [, share]) => all + share, 0)
  return [
    ...unless(
      (it.lottery?.kind ?? null) === (LOTTERIES.find((name) => name === it.rule) ?? null),
      'lottery-missing',
      `${path}.lottery`,
      'give the lottery that the rule rests on, and null where it rests on none',
    ),
    ...unless(
      it.lottery === null ||
        (sum === (candidates.length === 0 ? 0 : UNIT) &&
          shares.every(([statement]) => candidates.includes(statement))),
      'lottery-impossible',
      `${path}.lottery.shares`,
      'share the whole between candidates',
    ),
  ]
}

/** Clauses that rest on a seat have it, and who left them out did. */
function seats(charter: Charter): CharterProblem[] {
  const slateOf = (rule: string) =>
    charter.certificates.slates.find((slate) => slate.rule === rule)?.slate ?? []
  return [
    ...floorsOf(charter).flatMap(({ path, it: { basis, statement } }) =>
      basis.kind === 'negotiated'
        ? unless(
            basis.seat < 1 ||
              basis.seat > charter.method.seats ||
              slateOf(basis.rule)[basis.seat - 1] === statement,
            'seat-differs',
            `${path}.basis.seat`,
            `say which seat ${basis.rule} gives statement ${quoted(statement)}`,
          )
        : [],
    ),
    ...contestedPrinciplesOf(charter).flatMap(({ path, it: { statement, seatedBy, leftOutBy } }) =>
      unless(
        seatedBy.every((rule) => slateOf(rule).includes(statement)) &&
          leftOutBy.every((rule) => !slateOf(rule).includes(statement)),
        'seat-differs',
        `${path}.seatedBy`,
        `say which rules seat statement ${quoted(statement)}, as their slates do`,
      ),
    ),
  ]
}
