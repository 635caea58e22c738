import type { PolisMath } from '../../listen/index.ts'
import { answersOf } from '../votes/matrix.ts'
import type { PolisResult } from './polis.ts'

/** A result as Polis would publish it: what a reproduction starts from, and is held against. */
export function publishedForm(result: PolisResult): PolisMath {
  const { conversation, plane, grouping } = result
  const { cast, drawn } = conversation
  const keyed = (values: Float64Array) => {
    const known = new Map(drawn.statements.map((statement, column) => [statement, values[column]!]))
    return new Map(cast.statements.map((statement) => [statement, known.get(statement) ?? 0]))
  }
  return {
    mean: keyed(plane.mean),
    components: [keyed(plane.axes[0]), keyed(plane.axes[1])],
    zeroed: conversation.zeroed,
    aboutPeople: conversation.aboutPeople,
    answers: new Map(cast.participants.map((person, row) => [person, answersOf(cast, row)])),
    inConversation: result.inConversation,
    baseClusters: result.baseClusters,
    groupOf: grouping.groupOf,
    votes: result.votes,
    groupAwareConsensus: result.groupAwareConsensus,
    consensus: result.consensus,
    representative: result.representative,
    priorities: result.priorities,
  }
}
