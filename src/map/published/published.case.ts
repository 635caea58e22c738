import { chance } from '../../kernel/index.ts'
import {
  type Cast,
  type Conversation,
  type Variant,
  writeExport,
} from '../../listen/importers/polis-export.case.ts'
import type { Files, PolisParts } from '../../listen/index.ts'
import { readPolisParts } from '../../listen/index.ts'

/** Exports that are made here, so that the audit is tested without anybody's data. */

const STATEMENTS = 24
const ANSWERED = 0.6

/** Two groups of people who answer otherwise on most statements, in turn; each is labelled with their own. */
export function town(people: number, seed = 'town'): Conversation {
  const random = chance(`published/${seed}`)
  const shares = Array.from({ length: STATEMENTS }, () => [random.beta(0.4, 0.4), random.beta(0.4, 0.4)])
  const cast: Cast[] = []
  for (let voter = 0; voter < people; voter++)
    for (let statement = 0; statement < STATEMENTS; statement++) {
      if (random.uniform() >= ANSWERED) continue
      const agrees = random.uniform() < shares[statement]![groupOf(voter)]!
      cast.push({ voter, statement, sign: agrees ? 1 : -1, millis: 1_500_000_000_000 + cast.length })
    }
  return {
    statements: Array.from({ length: STATEMENTS }, (_, id) => ({
      id,
      text: `Statement ${id}`,
      author: id % people,
      moderated: 1,
      meta: false,
      seed: false,
    })),
    cast,
    groups: new Map(Array.from({ length: people }, (_, voter) => [voter, `${groupOf(voter)}`])),
    topic: 'The town',
    description: '',
  }
}

/** Uneven, so that a label moved by one row is often, not always, another. */
const groupOf = (voter: number): 0 | 1 => ([0, 1, 1, 0, 1][voter % 5] === 0 ? 0 : 1)

/** The same with other labels, given those there are in order of id. */
export const relabelled = (
  conversation: Conversation,
  relabel: (labels: readonly string[]) => readonly string[],
): Conversation => {
  const labels = relabel([...conversation.groups.values()])
  return {
    ...conversation,
    groups: new Map([...conversation.groups.keys()].map((voter, at) => [voter, labels[at]!])),
  }
}

const PLAIN: Variant = {
  columns: 'second',
  files: 'all',
  datetime: false,
  xid: false,
  unknownColumns: false,
  quoteAll: false,
  mark: false,
  end: '\n',
  folder: '',
  prefix: '',
  turn: 0,
}

export const filesOf = (conversation: Conversation, variant: Partial<Variant> = {}): Files =>
  writeExport(conversation, { ...PLAIN, ...variant })

export function partsIn(files: Files): PolisParts {
  const parts = readPolisParts(files)
  if (parts.kind === 'refused') throw new Error(JSON.stringify(parts.problem))
  return parts.value
}
