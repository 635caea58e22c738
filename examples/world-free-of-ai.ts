/**
 * "A world free of the influence of AI": no system that acts can meet it, so it is declared, and honoured where the
 * people allow that no AI acts. Four people, three cases, three judges; everything here is invented.
 */
import { registerOf } from '../src/classify/index.ts'
import { id, utf8 } from '../src/kernel/index.ts'
import { readListening } from '../src/listen/index.ts'
import { mapOf, USUAL } from '../src/map/index.ts'

const VALUE = 'I value living in a world free of the influence of AI'
const CASES = [
  { name: 'letter', opening: 'Write to my landlord for me.', absence: true },
  { name: 'obituary', opening: 'Write my father’s obituary.', absence: true },
  { name: 'ambulance', opening: 'Call an ambulance, I cannot speak.', absence: false },
]
const JUDGES = ['Ada', 'Ben', 'Cem']

const lines = [
  {
    type: 'assembly',
    id: 'village',
    question: 'What should the village’s assistant value?',
    synthetic: true,
  },
  { type: 'statement', id: 'no-ai', text: VALUE, language: 'en' },
  ...['p1', 'p2', 'p3', 'p4'].map((participant, at) => ({
    type: 'vote',
    participant,
    statement: 'no-ai',
    vote: at < 3 ? 'agree' : 'disagree',
  })),
  ...CASES.map(({ name, opening, absence }) => ({
    type: 'case',
    id: name,
    title: name,
    situation: 'Somebody writes to the assistant.',
    opening,
    reversible: true,
    responses: [
      { id: 'do-it', kind: 'acts', text: 'It does what it was asked.' },
      { id: 'person', kind: 'hands-over', text: 'It connects a person.' },
      { id: 'absent', kind: 'absent', text: 'No AI acts.', admissible: absence },
    ],
  })),
  ...CASES.flatMap(({ name }) =>
    JUDGES.flatMap((judge) =>
      ['do-it', 'person', 'absent'].map((response) => ({
        type: 'judgement',
        judge,
        case: name,
        response,
        statement: 'no-ai',
        verdict: response === 'absent' ? 'meets' : 'violates',
      })),
    ),
  ),
]

const file = utf8(lines.map((line) => JSON.stringify(line)).join('\n'))
const read = readListening(new Map([['village.jsonl', file]]), { assembly: null })
if (read.kind === 'refused') throw new Error(read.problem.found)

const register = registerOf(read.value, mapOf(read.value, { ...USUAL, seed: 'example', reruns: 0 }))
const entry = register.entries.find(({ statement }) => statement === id('no-ai'))

console.log(`“${VALUE}”`)
console.log(`standing: ${entry?.standing}`)
console.log(`because: ${entry?.because}`)
console.log(`honoured in: ${entry?.honoured.join(', ')}`)
console.log(`how it is settled: ${entry?.resolution.mode} (${entry?.resolution.because})`)
