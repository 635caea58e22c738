import { byId, type GroupId, type ParticipantId } from '../../kernel/index.ts'

/** Who has which label, in the order of the rows; null for none. */
export type LabelRows = readonly (readonly [person: ParticipantId, group: GroupId | null])[]

/** A slip that may have put labels on other people, and the labels without it. */
export interface Mended {
  readonly slip: string
  readonly groupOf: ReadonlyMap<ParticipantId, GroupId>
}

/**
 * The usual slips when two lists are joined by position, each undone.
 *
 * @example
 * mendedLabels([['1', null], ['2', 'A'], ['3', 'B']])[0] // => { slip: 'the labels stand one row too low', groupOf: new Map([['1', 'A'], ['2', 'B']]) }
 */
export function mendedLabels(rows: LabelRows): readonly Mended[] {
  const grouped = rows.filter(([, group]) => group !== null)
  const byText = (all: LabelRows): LabelRows => all.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byNumber = (all: LabelRows): LabelRows => all.toSorted(([a], [b]) => byId(a, b))
  return [
    mended('the labels stand one row too low', rows, turned(rows, 1)),
    mended('the labels stand one row too high', rows, turned(rows, -1)),
    mended('the labels of the people in groups stand one row too low', grouped, turned(grouped, 1)),
    mended('the labels of the people in groups stand one row too high', grouped, turned(grouped, -1)),
    mended(
      'labels listed by id as text were joined to people listed by id as number',
      byText(rows),
      byNumber(rows),
    ),
    mended(
      'labels listed by id as number were joined to people listed by id as text',
      byNumber(rows),
      byText(rows),
    ),
  ]
}

/** Gives the people of one list the labels that the other has in the same places. */
function mended(slip: string, people: LabelRows, labels: LabelRows): Mended {
  const pairs = people.map(([person], at) => [person, labels[at]![1]] as const)
  return {
    slip,
    groupOf: new Map(pairs.filter((pair): pair is [ParticipantId, GroupId] => pair[1] !== null)),
  }
}

/** The rows from `by` on, then those before. */
const turned = (rows: LabelRows, by: number): LabelRows => [...rows.slice(by), ...rows.slice(0, by)]
