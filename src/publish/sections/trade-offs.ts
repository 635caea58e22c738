import { type Charter, type Contested, overturnSays, type Ruling } from '../../charter/index.ts'
import type { Report, TradeOff } from '../schema.ts'
import { publishedSupport } from '../shares.ts'
import { effectsIn, outsideOf, voicesIn } from './clauses.ts'
import type { FindingOf } from './findings.ts'
import { machineWordsIn } from './machine-words.ts'
import { noCharter } from './no-charter.ts'

/** What gave way to what: rulings in force, and those that are contested. */
export function tradeOffsIn(charter: Charter | null, findingOf: FindingOf): Report['tradeOffs'] {
  if (charter === null) return noCharter('what gave way to what')
  const contested = charter.contested.filter((clause) => clause.kind === 'ruling')
  return {
    kind: 'trade-offs',
    says:
      charter.rulings.length + contested.length === 0
        ? 'No ruling was made: nothing is known to give way to anything.'
        : 'How often a ruling was used is not known: the model is told about it, and nothing checks a single answer against it.',
    tradeOffs: [
      ...charter.rulings.map((ruling) => tradeOff(ruling, charter, findingOf)),
      ...contested.map((ruling) => tradeOff(ruling, charter, findingOf)),
    ],
    circles: charter.cycles.map(({ values, rulings }) => ({
      values: values.map((value) => value.text),
      rulings: [...rulings],
    })),
  }
}

function tradeOff(
  ruling: Ruling | Extract<Contested, { kind: 'ruling' }>,
  charter: Charter,
  findingOf: FindingOf,
): TradeOff {
  return {
    kind: 'fallback' in ruling ? 'contested' : 'ruling',
    id: ruling.id,
    prefer: ruling.prefer.text,
    over: ruling.over.text,
    when: ruling.when.map(({ title }) => title),
    notWhen: ruling.notWhen.map(({ title }) => title),
    because: ruling.because,
    authority: ruling.authority,
    motive: ruling.motive,
    support: publishedSupport(ruling.support, outsideOf(charter)),
    ...effectsIn(ruling),
    overturn: overturnSays(ruling),
    ...machineWordsIn(charter, ruling.id),
    dissent: voicesIn(ruling.dissent, charter),
    fallback: 'fallback' in ruling ? ruling.fallback : null,
    reviewAfter: ruling.reviewAfter,
    finding: findingOf(ruling.id),
  }
}
