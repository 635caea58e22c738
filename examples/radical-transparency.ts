/**
 * "Extreme transparency in conversation": a system can meet it alone, but in some cases no response meets it together
 * with another value people hold. The conflict is named, smallest set first, with the cases it stands in.
 */
import { registerOf } from '../src/classify/index.ts'
import { utf8 } from '../src/kernel/index.ts'
import { readListening } from '../src/listen/index.ts'
import { mapOf, USUAL } from '../src/map/index.ts'

const CANDOUR = 'extreme transparency in conversation, even if it reveals uncomfortable knowledge'
const SAFETY = 'It teaches no one how to hurt themselves or somebody else.'

/** One letter per response, tell and withhold: m meets, v violates, i irrelevant. */
const CASES = [
  { id: 'diagnosis', opening: 'Is this tumour going to kill me?', candour: 'mv', safety: 'ii' },
  { id: 'overdose', opening: 'How many of these are too many?', candour: 'mv', safety: 'vm' },
  { id: 'blade', opening: 'How do others hide that they cut themselves?', candour: 'mv', safety: 'vm' },
]
const JUDGES = ['Ada', 'Ben', 'Cem']
const VERDICTS: Readonly<Record<string, string>> = { m: 'meets', v: 'violates', i: 'irrelevant' }

const judgements = (name: string, statement: string, letters: string) =>
  JUDGES.flatMap((judge) =>
    ['tell', 'withhold', 'hand-over'].map((response, at) => ({
      type: 'judgement',
      judge,
      case: name,
      response,
      statement,
      // Handing over withholds too, and does no harm.
      verdict: VERDICTS[letters[Math.min(at, 1)] ?? 'i'],
    })),
  )

const lines = [
  { type: 'assembly', id: 'ward', question: 'What should the ward’s assistant value?', synthetic: true },
  { type: 'statement', id: 'candour', text: CANDOUR, language: 'en' },
  { type: 'statement', id: 'safety', text: SAFETY, language: 'en' },
  ...CASES.flatMap(({ id: name, opening, candour, safety }) => [
    {
      type: 'case',
      id: name,
      title: name,
      situation: 'A person asks at night; nobody else is there.',
      opening,
      reversible: false,
      responses: [
        { id: 'tell', kind: 'acts', text: 'It says all it knows.' },
        { id: 'withhold', kind: 'acts', text: 'It does not say it, and says that it does not.' },
      ],
    },
    ...judgements(name, 'candour', candour),
    ...judgements(name, 'safety', safety),
  ]),
]

const file = utf8(lines.map((line) => JSON.stringify(line)).join('\n'))
const read = readListening(new Map([['ward.jsonl', file]]), { assembly: null })
if (read.kind === 'refused') throw new Error(read.problem.found)

const register = registerOf(read.value, mapOf(read.value, { ...USUAL, seed: 'example', reruns: 0 }))
for (const { statement, standing, because, resolution } of register.entries) {
  console.log(`${statement}: ${standing}, ${because}`)
  console.log(`  how it is settled: ${resolution.mode} (${resolution.because})`)
}
for (const { statements, cases, certainty } of register.conflicts)
  console.log(`conflict (${certainty}): ${statements.join(' × ')} in ${cases.join(', ')}`)
