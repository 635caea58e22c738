import { Command, Option } from 'commander'
import {
  DECLARABLE,
  type Footing,
  notComparable,
  type Panel,
  PROFILES,
  type ProfileName,
  type Question,
  questionsOf,
  RULES,
  type RuleName,
  type SlateEffect,
} from '../../../negotiate/index.ts'
import { percent } from '../../../web/words.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { declaredOption } from '../declared-option.ts'
import { BAD_INPUT, Ended } from '../ending.ts'
import { databaseOption, dataOption, jsonOption, wholeNumber } from '../options.ts'
import { print } from '../printing.ts'
import { type DataOptions, listeningFrom } from '../source.ts'
import { studied } from '../studied.ts'
import { PAV, pavLines, pavReport, solverOrEnd } from './negotiate-pav.ts'

interface NegotiateFlags extends DataOptions {
  readonly json: boolean
  readonly seats: number
  readonly rule: string
  readonly declared: readonly RuleName[]
  readonly profile: ProfileName
  readonly resamples: number
  readonly seed?: string
}

const ALL = 'all'
const NAMES = [ALL, ...Object.keys(RULES)].join(', ')

export const negotiateCommand = () =>
  new Command('negotiate')
    .description('what each rule would choose, side by side')
    .argument('<source>', 'an export (directory, zip or JSONL) or an assembly')
    .option('--seats <k>', 'how many places there are', wholeNumber(1, 200), USUAL_NEGOTIATION.seats)
    .addOption(new Option('--rule <name>', `one of ${NAMES}, or ${PAV} (exact, needs a solver)`).default(ALL))
    .addOption(declaredOption())
    .addOption(
      new Option('--profile <name>', 'what the rules read: votes that were seen, or a model of all')
        .choices(PROFILES)
        .default(USUAL_NEGOTIATION.profile),
    )
    .option(
      '--resamples <n>',
      'how often people are drawn anew',
      wholeNumber(0, 10_000),
      USUAL_NEGOTIATION.resamples,
    )
    .option('--seed <text>', 'what chance is drawn from; the id of the assembly unless given')
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: NegotiateFlags) => {
      const { json, seats, declared, profile, resamples } = flags
      if (flags.rule === PAV) return printPav(source, flags)
      if (flags.rule !== ALL && !Object.hasOwn(RULES, flags.rule))
        throw new Ended(BAD_INPUT, `--rule: found "${flags.rule}", expected one of ${NAMES}, ${PAV}`)
      const rule = DECLARABLE.find((one) => one === flags.rule) ?? USUAL_NEGOTIATION.rule
      const listening = await listeningFrom(source, flags)
      const seed = flags.seed ?? listening.assembly.id
      const negotiation = { ...USUAL_NEGOTIATION, seats, rule, declared, profile, resamples, seed }
      const { panel, rulings, register } = studied(listening, negotiation)
      const questions = questionsOf(listening, register)
      const slates = panel.slates.filter((slate) => flags.rule === ALL || slate.rule === flags.rule)
      const text = new Map(listening.statements.map((statement) => [statement.id, statement.text]))
      print(
        { panel: { ...panel, slates }, rulings, questions },
        { json, lines: [...linesOf({ ...panel, slates }, text), ...questionLines(questions)] },
      )
    })

/** Exact PAV alone, without drawing anybody anew: a solver takes as long for each draw. */
async function printPav(source: string, { json, seats, seed, ...flags }: NegotiateFlags): Promise<void> {
  const solve = await solverOrEnd()
  const listening = await listeningFrom(source, flags)
  const negotiation = { ...USUAL_NEGOTIATION, seats, resamples: 0, seed: seed ?? listening.assembly.id }
  const report = await pavReport(studied(listening, negotiation), seats, solve)
  const text = new Map(listening.statements.map((statement) => [statement.id, statement.text]))
  print(report, { json, lines: pavLines(report, text) })
}

function linesOf(panel: Panel, text: ReadonlyMap<string, string>): readonly string[] {
  const titles: Readonly<Record<string, { readonly title: string }>> = RULES
  return [
    ...panel.slates.flatMap(({ rule, seats, effects, checks }) => [
      `${titles[rule]?.title ?? rule}${standingIn(panel, rule)}`,
      ...seats.map(
        ({ statement, inclusion }) =>
          `  ${statement}  in ${percent(inclusion.estimate)} % of ${inclusion.n} draws  ${text.get(statement) ?? ''}`,
      ),
      ...effects.filter(({ called }) => called !== 'same').map(effectLine),
      ...checks.map(({ outcome, says }) => `  ${outcome}: ${says}`),
      '',
    ]),
    `What each place under ${panel.inForce} hangs on`,
    ...panel.footings.map((footing) => footingLine(footing, panel)),
    '',
    ...(panel.parts.length > 1 ? [notComparable(panel.parts), ''] : []),
  ]
}

/** How many questions a terminal lists; `--json` has them all. */
const QUESTIONS = 5

const questionLines = (questions: readonly Question[]): readonly string[] =>
  questions.length === 0
    ? []
    : [
        `What to ask next (${Math.min(QUESTIONS, questions.length)} of ${questions.length})`,
        ...questions.slice(0, QUESTIONS).map(({ asks, bits }) => `  ${bits.toPrecision(2)} bits  ${asks}`),
      ]

function footingLine({ statement, rules, places, viewers, profiles }: Footing, panel: Panel): string {
  const { tried } = panel
  return `  ${statement}  ${rules.length} of ${Object.keys(RULES).length} rules; places ${among(places, tried.places)}; viewers ${among(viewers, tried.viewers)}; read from ${profiles.join(' and ') || 'neither profile'}`
}

const among = (held: readonly number[], tried: readonly number[]): string =>
  `${held.join() || 'none'} of ${tried.join()}`

/** What a rule counts for, in brackets; nothing where it only stands beside. */
function standingIn({ inForce, declared }: Panel, rule: string): string {
  if (rule === inForce) return ' (in force)'
  return declared.includes(rule) ? ' (declared)' : ''
}

function effectLine({ beside, group, places, called, couldShow }: SlateEffect): string {
  const held = beside.kind === 'rule' ? beside.rule : BESIDE[beside.kind]
  if (called === 'gains' || called === 'loses')
    return `  ${group} ${called} ${Math.abs(places.estimate).toFixed(1)} places beside ${held} (${places.low.toFixed(1)} to ${places.high.toFixed(1)})`
  return `  ${group} not shown beside ${held}: only ${couldShow.toFixed(1)} places or more could be`
}

const BESIDE = { 'status-quo': 'deciding nothing', 'own-best': 'its own choice' } as const
