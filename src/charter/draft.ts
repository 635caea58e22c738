import type { StatementId } from '../kernel/index.ts'
import { cyclesIn } from './cycles.ts'
import { decidedIn } from './decided.ts'
import { certified } from './draft/certificates.ts'
import { THRESHOLDS } from './draft/choices.ts'
import { declare } from './draft/declared.ts'
import { machineWrittenIn } from './draft/machine-written.ts'
import { settle } from './draft/principles.ts'
import { type Desk, type DraftRequest, deskOf, numbered } from './draft/request.ts'
import { rule } from './draft/rulings.ts'
import { seat } from './draft/seats.ts'
import { counted, listed } from './draft/sentences.ts'
import { unknownsOf } from './draft/unknowns.ts'
import { printed } from './figures.ts'
import type { Charter } from './schema.ts'
import { votesDigest } from './votes-digest.ts'

export type { DraftOptions, DraftRequest, Study } from './draft/request.ts'

/**
 * A charter from what was heard and found. Nothing is invented: every principle is a statement in its own words, with
 * its votes; every reason is made of counts and names by fixed sentences; rules, motives and dials come from drafters'
 * signed notes, and without them a floor asks a judge the statement itself. What finds no clause is counted.
 *
 * The same request gives the same charter to the byte, and any changed vote changes its hash.
 *
 * Errors: throws RangeError when an outcome names a statement that was never heard; that is a programmer's mistake.
 * Source: DESIGN, section 2; ADR 0019.
 */
export const draft = (request: DraftRequest): Charter => drafted(request).charter

/** A draft and the text of the file that proves its certificates; null where there are too many ballots for one. */
export interface Drafted {
  readonly charter: Charter
  readonly proof: string | null
}

/** The same draft, with its proof. */
export function drafted(request: DraftRequest): Drafted {
  const { listening, panel, options } = request
  const digest = votesDigest(listening.votes)
  const { certificates, proof } = certified(request, digest)
  const desk = deskOf(request)
  const settled = settle(desk)
  const declared = declare(desk)
  const ruled = rule(desk, settled.floors, settled.dials)
  const elsewhere = [settled.floors, settled.dials, declared].flat().map(({ statement }) => statement)
  const seated = seat(desk, new Set([...elsewhere, ...settled.withoutScale]), ruled.rulings)
  const floors = [...settled.floors, ...seated.floors]
  const unfounded = settled.leftOut.filter((one) => !seated.floors.some(({ statement }) => statement === one))
  const clauses = {
    principles: numbered('P', [...floors, ...settled.dials]),
    rulings: numbered('R', ruled.rulings),
    contested: numbered('C', [...seated.contested, ...ruled.contested]),
    cannotHonour: numbered('U', declared),
    unknowns: numbered('Q', unknownsOf(desk, { ...settled, leftOut: unfounded }, ruled.rulings)),
  }
  const charter: Charter = {
    schema: 'parley-charter/1',
    id: options.id,
    title: options.title,
    version: options.version,
    parent: options.parent,
    decided: decidedIn(clauses),
    assembly: {
      id: listening.assembly.id,
      question: listening.assembly.question,
      source: listening.assembly.source,
      synthetic: listening.assembly.synthetic,
      participants: listening.participants.length,
      statements: listening.statements.length,
      votes: listening.votes.length,
      votesDigest: digest,
      notes: [account(desk, clauses), ...listening.notes.map(({ says }) => says)],
    },
    ...groupsOf(desk),
    method: {
      rule: panel.inForce,
      otherRules: panel.declared.filter((rule) => rule !== panel.inForce),
      seats: panel.seats,
      resamples: panel.resamples,
      seed: options.seed,
      thresholds: THRESHOLDS,
    },
    certificates,
    ratificationPlan: { ...options.plan },
    round: null,
    ...clauses,
    capture: { newGroup: request.captures.newGroup },
    machineWritten: machineWrittenIn(desk, clauses),
    cycles: cyclesIn(clauses, THRESHOLDS),
    tools: { reversible: [...options.tools.reversible], irreversible: [...options.tools.irreversible] },
    seal: null,
  }
  return { charter, proof }
}

function groupsOf({ map, count }: Desk): Pick<Charter, 'groups' | 'ungrouped'> {
  const { grouping } = map
  const because =
    grouping.kind === 'no-stable-groups' ? grouping.because : 'They answered too few statements to be placed.'
  return {
    groups:
      grouping.kind === 'groups'
        ? count.groups.flatMap((group) =>
            grouping.groups
              .filter(({ id }) => id === group)
              .map(({ id, holds }) => ({ id, people: count.peopleIn(id), holds: printed(holds) })),
          )
        : [],
    ungrouped: { people: count.peopleIn(null), because },
  }
}

/** Where every statement went, so that none is dropped in silence: the parts sum to the whole. */
function account(
  { listening, entries, unvoted }: Desk,
  { principles, rulings, contested, cannotHonour }: Clauses,
): string {
  const own = new Set<StatementId>([
    ...principles.map(({ statement }) => statement),
    ...contested.flatMap((clause) => (clause.kind === 'principle' ? [clause.statement] : [])),
    ...cannotHonour.map(({ statement }) => statement),
  ])
  const sides = [...rulings, ...contested.filter((clause) => clause.kind === 'ruling')].flatMap(
    ({ prefer, over }) => [prefer.statement, over.statement],
  )
  const onlyInRulings = new Set(sides.filter((statement) => !own.has(statement)))
  const parts = [
    counted(principles.filter(({ kind }) => kind === 'floor').length, 'floor'),
    counted(principles.filter(({ kind }) => kind === 'dial').length, 'dial'),
    `${contested.filter(({ kind }) => kind === 'principle').length} contested`,
    `${cannotHonour.length} that cannot be honoured`,
    `${onlyInRulings.size} in rulings only`,
    `${entries.length - own.size - onlyInRulings.size} in no clause`,
    `${listening.statements.length - entries.length - unvoted.size} set aside because removed or about who people are`,
    ...(unvoted.size === 0 ? [] : [`${unvoted.size} written by a machine and not carried by votes`]),
  ]
  return `Of ${counted(listening.statements.length, 'statement')}: ${listed(parts)}.`
}

type Clauses = Pick<Charter, 'principles' | 'rulings' | 'contested' | 'cannotHonour'>
