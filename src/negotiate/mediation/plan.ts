import { chance, type GroupId, type StatementId } from '../../kernel/index.ts'
import type { Material } from './material.ts'
import { messagesOf, type Prompt } from './prompt.ts'

/** How many candidates a round is asked for. Source: ADR 0065. */
export const CANDIDATES = 4

/** As long as a statement of a person may be, so that the ballot can show it. */
export const LONGEST_CANDIDATE = 140

/** A candidate that was read, before it has a place anywhere. */
export interface Candidate {
  readonly id: StatementId
  readonly text: string
}

/**
 * One prompt for each candidate of a round. What was said is told in another order each time, so that candidates differ
 * and nothing is favoured for coming first.
 */
export const writingPrompts = (material: Material, seed: string): readonly Prompt[] =>
  Array.from({ length: CANDIDATES }, (_, draw) => {
    const drawn = chance(`${seed}/candidate/${draw}`)
    return {
      task: WRITE,
      answer: '"statement":"…"',
      data: {
        question: material.question,
        statements: drawn.shuffled(material.statements).map(({ text, agree }) => ({
          text,
          percentWhoAgree: Object.fromEntries(agree),
        })),
        critiques: drawn.shuffled(material.critiques).map(({ on, side, words }) => ({ on, side, words })),
      },
    }
  })

const WRITE = [
  'People who disagree look for words they can share. Write one statement that as many of them as possible, in every group, could agree with.',
  `It says one thing that an answer to their question should hold, plainly, in at most ${LONGEST_CANDIDATE} characters, in the language that most of the statements are written in. It takes minorities as seriously as the majority, uses people’s own words where it can, adds no view of yours, and names nobody.`,
  'Where there are critiques, they are about earlier attempts: answer them.',
  'If nothing in what they said can be shared, the statement is null.',
]

/** What a group is asked to be foretold: its candidates are named by letters, in the order of `labels`. */
export interface RankingPrompt {
  readonly group: GroupId
  readonly labels: ReadonlyMap<string, StatementId>
  readonly prompt: Prompt
}

/**
 * Two prompts for each group, with the candidates in opposite order: only what both answers say counts, because models
 * favour what comes first.
 */
export function rankingPrompts(
  material: Material,
  candidates: readonly Candidate[],
  seed: string,
): readonly RankingPrompt[] {
  if (candidates.length < 2) return []
  return material.groups.flatMap((group) => {
    const order = chance(`${seed}/ranking/${group}`).shuffled(candidates)
    return [order, order.toReversed()].map((shown) => rankingPrompt(material, group, shown))
  })
}

function rankingPrompt(material: Material, group: GroupId, shown: readonly Candidate[]): RankingPrompt {
  const labels = new Map(shown.map(({ id }, at) => [String.fromCharCode(65 + at), id]))
  const said = material.statements.flatMap(({ text, agree }) => {
    const percentWhoAgree = agree.get(group)
    return percentWhoAgree === undefined ? [] : [{ text, percentWhoAgree }]
  })
  return {
    group,
    labels,
    prompt: {
      task: RANK,
      answer: `"order":[${[...labels.keys()].map((label) => `"${label}"`).join(',')}]`,
      data: {
        question: material.question,
        group: said,
        candidates: shown.map(({ text }, at) => ({ label: String.fromCharCode(65 + at), text })),
      },
    },
  }
}

const RANK = [
  'Foretell how a group of people would rank candidate statements, from how many of them agreed with other statements.',
  'Judge only by what this group agreed with, not by what is true or well written. List every label once, the one they would like best first.',
]

/** What a round will cost at most, known before anything is sent. */
export interface Cost {
  readonly calls: number
  /** How many characters go out in all, the candidates counted at their longest. */
  readonly characters: number
}

const BLANK = { fence: '0'.repeat(32), word: '0'.repeat(32) }

export function costOf(material: Material): Cost {
  const candidates = Array.from({ length: CANDIDATES }, (_, at) => ({
    id: String(at) as StatementId,
    text: ' '.repeat(LONGEST_CANDIDATE),
  }))
  const prompts = [
    ...writingPrompts(material, ''),
    ...rankingPrompts(material, candidates, '').map(({ prompt }) => prompt),
  ]
  const lengths = prompts.flatMap((prompt) => messagesOf(prompt, BLANK).map(({ content }) => content.length))
  return { calls: prompts.length, characters: lengths.reduce((sum, length) => sum + length, 0) }
}
