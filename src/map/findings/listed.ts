import type { Direction, StatementId } from '../../kernel/index.ts'
import { DIRECTIONS } from './differences.ts'
import { surelyMost } from './flips.ts'
import { partsOf } from './pooled-shares.ts'
import { representativeOf } from './representative.ts'
import type { StatementTally } from './support.ts'

/** What is on a map's two lists, were people divided so. */
export interface Listed {
  /** Whether every group surely answers so; without groups, everybody. */
  readonly isAgreed: (statement: StatementId, direction: Direction) => boolean
  /** Whether it speaks for some group. */
  readonly speaks: (statement: StatementId, direction: Direction) => boolean
}

export function listedIn(tallies: readonly StatementTally[]): Listed {
  const agreed = tallies.flatMap((tally) =>
    DIRECTIONS.filter((direction) => partsOf(tally).every((part) => surelyMost(part, direction))).map(
      (direction) => nameOf(tally.statement, direction),
    ),
  )
  const speaking = representativeOf(tallies).map(({ statement, direction }) => nameOf(statement, direction))
  return { isAgreed: isIn(agreed), speaks: isIn(speaking) }
}

function isIn(names: readonly string[]): Listed['speaks'] {
  const listed = new Set(names)
  return (statement, direction) => listed.has(nameOf(statement, direction))
}

const nameOf = (statement: StatementId, direction: Direction): string => `${direction} ${statement}`
