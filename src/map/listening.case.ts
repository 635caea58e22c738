import fc from 'fast-check'
import { byId, id, type Vote } from '../kernel/index.ts'
import type { Listening, Statement } from '../listen/index.ts'

/** One answer in a test: who, on what, how. */
export type Answer = readonly [participant: string, statement: string, vote: Vote]

/** A Listening that holds these answers and nothing else; statements not named are shown and about values. */
export function listeningOf(
  answers: readonly Answer[],
  statements: readonly (Pick<Statement, never> & { readonly id: string } & Partial<
      Omit<Statement, 'id'>
    >)[] = [],
): Listening {
  const named = new Map(statements.map((statement) => [statement.id, statement]))
  const all = [...new Set([...named.keys(), ...answers.map(([, statement]) => statement)])].sort(byId)
  const people = [...new Set(answers.map(([participant]) => participant))].sort(byId)
  return {
    assembly: { id: id('test'), question: '', description: '', source: 'test', synthetic: true },
    statements: all.map((statement) => ({
      text: `Statement ${statement}`,
      language: 'und',
      author: null,
      origin: 'seed',
      written: null,
      subject: 'value',
      moderation: 'shown',
      ...named.get(statement),
      id: id(statement),
    })),
    participants: people.map((person) => ({ id: id(person), declared: {}, origin: '', exportedGroup: null })),
    votes: answers.map(([person, statement, vote]) => ({
      participant: id(person),
      statement: id(statement),
      vote,
      at: null,
      shown: null,
    })),
    comparisons: [],
    weights: [],
    secondOrder: [],
    bindings: [],
    reaches: [],
    reasons: [],
    cases: [],
    judgements: [],
    drafting: [],
    mediations: [],
    rankings: [],
    population: [],
    notes: [],
  }
}

/** Any answers of a few people to a few statements, each person at most once to each. */
export const anyAnswers: fc.Arbitrary<Answer[]> = fc
  .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }))
  .chain(([people, statements]) =>
    fc
      .array(fc.constantFrom<Vote | null>('agree', 'agree', 'disagree', 'pass', null), {
        minLength: people * statements,
        maxLength: people * statements,
      })
      .map((votes) =>
        votes.flatMap((vote, at) =>
          vote === null ? [] : [[`p${at % people}`, String(Math.floor(at / people)), vote] as const],
        ),
      ),
  )
