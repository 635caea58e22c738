import { describe, expect, test } from 'vitest'
import { sampleCharter } from '../../../app/sample/study.case.ts'
import type { Charter } from '../../../charter/index.ts'
import { id } from '../../../kernel/index.ts'
import { wordsOf } from '../../reading.case.ts'
import { MachineNote } from './machine-note.tsx'
import { WrittenByMachine } from './written-by-machine.tsx'

const charter = sampleCharter()
const [principle] = charter.principles
const [ruling] = charter.rulings
const written = (statement: string, text: string): Charter['machineWritten'][number] => ({
  statement: id(statement),
  text,
  model: 'm-1',
  mediation: 'm1',
  round: 2,
  prompt: `sha256:${'0'.repeat(64)}`,
  from: [{ statement: id('s9'), text: 'It waits.' }],
  critiques: [{ statement: id('s8'), text: 'It asks.', words: 3 }],
  provenance: { ...principle!.provenance, statement: id(statement), origin: 'mediator' },
})
const machine: Charter = {
  ...charter,
  machineWritten: [
    written(principle!.statement, principle!.text),
    written(ruling!.over.statement, ruling!.over.text),
  ],
}
const note = (of: Charter, clause: Charter['principles'][number]['id'] | null) =>
  wordsOf(String(<MachineNote charter={of} clause={clause} />))

describe('words of a charter that a machine wrote', () => {
  test('are marked at the clause that states them, also at one side of a ruling', () => {
    expect(note(machine, principle!.id)).toBe(
      `Written by a machine (m-1) from what people said: “${principle!.text}”`,
    )
    expect(note(machine, ruling!.id)).toContain(ruling!.over.text)
    expect([note(machine, charter.principles[1]!.id), note(machine, null)]).toEqual(['', ''])
    expect(note(charter, principle!.id)).toBe('')
  })

  test('are listed with what they were made from, in which round, and how people voted', () => {
    const words = wordsOf(String(<WrittenByMachine charter={machine} />))
    expect(words).toContain('Written by a machine (m-1) from what people said, in round 2.')
    expect(words).toContain(
      'What it was made from: 1 statement, 3 critiques It waits. 3 critiques of It asks.',
    )
    expect(words).toContain(`${principle!.provenance.agree} agree`)
    expect(String(<WrittenByMachine charter={charter} />)).toBe('')
  })
})
