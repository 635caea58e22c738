import { captures } from './checks/capture.ts'
import { certificates } from './checks/certificates.ts'
import { decided } from './checks/decided.ts'
import { force } from './checks/force.ts'
import { identity } from './checks/identity.ts'
import { machineWritten } from './checks/machine-written.ts'
import { notes } from './checks/notes.ts'
import { numbers } from './checks/numbers.ts'
import { principles } from './checks/principles.ts'
import { type CharterProblem, type Check, PROBLEMS, type ProblemCode } from './checks/problem.ts'
import { rounds } from './checks/rounds.ts'
import { rules } from './checks/rules.ts'
import { rulings } from './checks/rulings.ts'
import { voices } from './checks/voices.ts'
import type { Charter } from './schema.ts'

export { type CharterProblem, PROBLEMS, type ProblemCode }

const CHECKS: readonly Check<Charter>[] = [
  identity,
  numbers,
  voices,
  decided,
  principles,
  rulings,
  captures,
  machineWritten,
  rules,
  certificates,
  force,
  rounds,
  notes,
]

/**
 * What a charter lacks or gets wrong, and what to do about it: errors keep it from being ratified, notes do not.
 *
 * It trusts no figure it can count again: shares against their intervals, floors against the thresholds they state,
 * the outcome of a vote against its ballots' counts.
 */
export const check = (charter: Charter): readonly CharterProblem[] => CHECKS.flatMap((ask) => ask(charter))

/** Whether nothing in a charter keeps it from being ratified. */
export const ratifiable = (charter: Charter): boolean =>
  check(charter).every(({ severity }) => severity === 'note')

/**
 * One problem on one line.
 *
 * @example
 * checkLine({ code: 'draft', path: 'seal', says: 'a draft', severity: 'note' }) // => 'note draft at seal: a draft'
 */
export const checkLine = ({ severity, code, path, says }: CharterProblem): string =>
  `${severity} ${code} at ${path}: ${says}`
