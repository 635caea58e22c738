import type { Charter, Floor } from '../charter/index.ts'
import { type FloorRule, matches, type Trigger, type Verdict } from '../kernel/index.ts'
import type { Examination, ExaminedDigest, Exchange, FloorFinding } from './decision.ts'
import { foldedName, spellings } from './spellings.ts'

export interface ToExamine {
  readonly charter: Charter
  readonly exchange: Exchange
  /** What a judge answered, by question as `questionsOf` words it; a missing answer is unknown. */
  readonly judged: ReadonlyMap<string, Verdict>
}

/**
 * Every floor's rules against one exchange. A floor is broken if any of its rules is; else unknown if any rule in
 * play could not be told; else kept; and not in play where no rule applies.
 *
 * Errors: none; what fails is unknown.
 * Source: ADR 0021.
 */
export function examine({ charter, exchange, judged }: ToExamine): Examination {
  const reading = read(exchange)
  return {
    digest: exchange.digest as ExaminedDigest,
    findings: floorsOf(charter).map((floor) => findingOf(floor, reading, judged)),
  }
}

/** What a judge must be asked about this exchange, in the words that `examine` looks answers up by. */
export function questionsOf(charter: Charter, exchange: Exchange): readonly string[] {
  const asking = floorsOf(charter).filter(({ rules }) => rules.some(({ kind }) => kind === 'ask-judge'))
  if (asking.length === 0) return []
  const reading = read(exchange)
  const asked = asking.flatMap((floor) =>
    floor.rules.flatMap((rule) =>
      rule.kind === 'ask-judge' && inPlay(rule.when, reading) !== false
        ? [questionFor(floor, rule.question)]
        : [],
    ),
  )
  return [...new Set(asked)]
}

/** The question with the floor it is about: alone it does not say which answer keeps the floor. */
export const questionFor = (floor: Floor, question: string): string =>
  `The rule says: ${floor.text} The question about it: ${question}`

export const floorsOf = (charter: Charter): readonly Floor[] =>
  charter.principles.filter((principle) => principle.kind === 'floor')

/** An exchange in every spelling a pattern must not miss. */
interface Reading {
  readonly exchange: Exchange
  readonly request: readonly string[]
  /** Each outgoing text alone, and all of them joined: a word may be split over two fields. */
  readonly outgoing: readonly string[]
  readonly choices: readonly (readonly string[])[]
}

const read = (exchange: Exchange): Reading => ({
  exchange,
  request: spellings(exchange.request),
  outgoing: [...new Set([...exchange.outgoing, exchange.outgoing.join('')].flatMap(spellings))],
  choices: exchange.choices.map(({ text }) => spellings(text)),
})

interface Outcome {
  readonly verdict: FloorFinding['verdict']
  readonly because: string
  readonly holds: readonly string[]
}

function findingOf(floor: Floor, reading: Reading, judged: ToExamine['judged']): FloorFinding {
  const outcomes = floor.rules.map((rule) => {
    const applies = inPlay(rule.when, reading)
    if (applies === null) return unknown('the pattern that says when it applies cannot be read')
    return applies
      ? outcomeOf(rule, reading, (question) => judged.get(questionFor(floor, question)))
      : NOT_IN_PLAY
  })
  const { verdict, because } = worstOf(outcomes)
  return { clause: floor.id, verdict, because, holds: [...new Set(outcomes.flatMap(({ holds }) => holds))] }
}

const worstOf = (outcomes: readonly Outcome[]): Outcome =>
  WORST_FIRST.flatMap((verdict) => outcomes.filter((each) => each.verdict === verdict))[0] ?? NOT_IN_PLAY

const WORST_FIRST = ['broken', 'unknown', 'kept', 'not-in-play'] as const

type Ask = (question: string) => Verdict | undefined

function outcomeOf(rule: FloorRule, reading: Reading, ask: Ask): Outcome {
  switch (rule.kind) {
    case 'forbid-pattern':
      return told(matches(rule.pattern, reading.outgoing), {
        yes: broken('what would go out holds something that it forbids'),
        no: kept('nothing that goes out holds what it forbids'),
      })
    case 'require-pattern':
      return told(inEvery(rule.pattern, reading.choices), {
        yes: kept('what it requires is said'),
        no: broken('what it requires is not said'),
      })
    case 'forbid-tools':
      return calledOf(rule.tools, reading).length > 0
        ? broken(`it forbids to use ${rule.tools.join(', ')}`)
        : kept('no tool that it forbids is called')
    case 'require-tools':
      return calledInEvery(rule.tools, reading)
        ? kept('a tool that it requires is called')
        : broken(`it requires to use ${rule.tools.join(' or ')}`)
    case 'hold-tools':
      return { ...kept('what it holds waits for a person'), holds: calledOf(rule.tools, reading) }
    case 'ask-judge':
      return JUDGED[ask(rule.question) ?? 'unknown']
  }
}

/** Whether the trigger is met; null when its pattern cannot be read. */
function inPlay(trigger: Trigger, reading: Reading): boolean | null {
  if (trigger.kind === 'always') return true
  return matches(trigger.pattern, trigger.kind === 'request-matches' ? reading.request : reading.outgoing)
}

/** Whether each choice says it: a client may show any one of them. Without a choice nothing is said. */
function inEvery(pattern: string, choices: Reading['choices']): boolean | null {
  const said = choices.map((texts) => matches(pattern, texts))
  return said.includes(null) ? null : said.length > 0 && said.every(Boolean)
}

/** Whether each choice calls one of them, by its exact name: a name that is only alike may reach no tool. */
const calledInEvery = (required: readonly string[], { exchange: { choices } }: Reading): boolean =>
  choices.length > 0 && choices.every(({ tools }) => required.some((tool) => tools.includes(tool)))

/** The tools of the list that are called, as they were written: compared as leniently as any client might. */
function calledOf(tools: readonly string[], { exchange }: Reading): readonly string[] {
  const listed = new Set(tools.map(foldedName))
  return exchange.toolCalls.map(({ name }) => name).filter((name) => listed.has(foldedName(name)))
}

const outcome =
  (verdict: Verdict) =>
  (because: string): Outcome => ({ verdict, because, holds: [] })
const kept = outcome('kept')
const broken = outcome('broken')
const unknown = outcome('unknown')

const NOT_IN_PLAY: Outcome = {
  verdict: 'not-in-play',
  because: 'no rule of it applies to this exchange',
  holds: [],
}

const told = (
  answer: boolean | null,
  { yes, no }: { readonly yes: Outcome; readonly no: Outcome },
): Outcome => (answer === null ? unknown('its pattern cannot be read') : answer ? yes : no)

const JUDGED: Readonly<Record<Verdict, Outcome>> = {
  kept: kept('a judge finds it kept'),
  broken: broken('a judge finds it broken'),
  unknown: unknown('no judge could tell whether it is kept'),
}
