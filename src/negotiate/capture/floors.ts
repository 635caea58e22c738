import {
  type Answers,
  FLOOR_EACH_GROUP,
  FLOOR_OVERALL,
  intervalOf,
  type Register,
  type RegisterEntry,
  type Share,
} from '../../classify/index.ts'
import type { GroupId, StatementId } from '../../kernel/index.ts'
import { easiest, exactly, type Fewest, fewestSuch, NEVER } from './fewest.ts'

/**
 * The fewest added ballots after which the answers no longer carry a floor.
 *
 * A ballot that says no lowers one group's bound and the overall one, and nothing lowers either by more; so the worst
 * case is all of them in the group that falls first, or anywhere if everybody's bound falls sooner.
 *
 * Source: this project, ADR 0058; the bounds are those of ADR 0007.
 */
export const fewestAgainst = ({ overall, groups }: Answers): Fewest =>
  easiest([
    exactly(fewestSuch((noes) => !isCarried(overall, FLOOR_OVERALL, { noes }))),
    ...[...groups].map(([group, share]) =>
      exactly(
        fewestSuch((noes) => !isCarried(share, FLOOR_EACH_GROUP, { noes })),
        [group],
      ),
    ),
  ])

/**
 * The fewest added ballots after which the answers carry every one of some floors at once; 0 if they do already.
 *
 * One ballot can say yes to all of them. Each group needs as many as its neediest statement does, and everybody
 * together as many as theirs; ballots in groups count in both.
 */
export function fewestForAll(all: readonly Answers[]): Fewest {
  const most = (shares: readonly Share[], threshold: number): number =>
    Math.max(0, ...shares.map((share) => fewestSuch((yeses) => isCarried(share, threshold, { yeses }))))
  const groups = [...(all[0]?.groups.keys() ?? [])].map((group) => ({
    group,
    ballots: most(
      all.map((answers) => answers.groups.get(group)!),
      FLOOR_EACH_GROUP,
    ),
  }))
  const together = most(
    all.map(({ overall }) => overall),
    FLOOR_OVERALL,
  )
  const inGroups = groups.reduce((sum, { ballots }) => sum + ballots, 0)
  return exactly(
    Math.max(together, inGroups),
    groups.filter(({ ballots }) => ballots > 0).map(({ group }) => group),
  )
}

/** Nobody was asked yet; in any of these groups. */
export const unasked = (groups: readonly GroupId[]): Answers => ({
  overall: { yes: 0, asked: 0 },
  groups: new Map(groups.map((group) => [group, { yes: 0, asked: 0 }])),
})

/**
 * The fewest added ballots that crowd a floor out: every other member of a probable conflict becomes a floor too, and
 * then none of them is one (ADR 0007).
 *
 * Whether an undetermined member could become a floor is not looked at: it counts for the lower bound alone.
 */
export function fewestThatCrowdOut(
  statement: StatementId,
  register: Register,
  answersOn: (other: StatementId) => Answers | 'law',
): Fewest {
  const entries = new Map(register.entries.map((entry) => [entry.statement, entry]))
  const conflicts = entries.get(statement)?.conflicts ?? []
  return easiest(
    conflicts
      .filter(({ certainty, statements }) => certainty === 'probable' && statements.length > 1)
      .map(({ statements }) => {
        const others = statements.filter((other) => other !== statement)
        const needed = others.map(answersOn).filter((answers): answers is Answers => answers !== 'law')
        const fewest = fewestForAll(needed)
        return others.every((other) => isSettled(entries.get(other)))
          ? fewest
          : { ...NEVER, atLeast: fewest.atLeast }
      }),
  )
}

const isSettled = (entry: RegisterEntry | undefined): boolean =>
  entry !== undefined && entry.standing !== 'undetermined'

const isCarried = (
  { yes, asked }: Share,
  threshold: number,
  { yeses = 0, noes = 0 }: { readonly yeses?: number; readonly noes?: number },
): boolean => intervalOf({ yes: yes + yeses, asked: asked + yeses + noes }).low >= threshold
