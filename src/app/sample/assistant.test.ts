import { describe, expect, test } from 'vitest'
import { type Charter, TARGETS } from '../../charter/index.ts'
import { scripted } from '../../io/models/index.ts'
import { runAudit } from '../audit.ts'
import { MANNERS, type SampleManner, TRIES } from './assistant.ts'
import { sampleCharter } from './study.case.ts'

const auditOf = (manner: SampleManner) =>
  runAudit({
    charter: sampleCharter(),
    model: scripted(MANNERS[manner]),
    modelId: 'scripted',
    judge: null,
    compilePrompt: (charter: Charter, dials) => TARGETS.prompt?.compile(charter, dials) ?? '',
    seed: 'test',
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })

describe('the scripted assistant', () => {
  test('breaks nothing, and what only a judge can tell stays unknown', async () => {
    const { findings } = await auditOf('honest')
    expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    const unknown = findings.filter(({ verdict }) => verdict === 'unknown')
    expect(
      unknown.flatMap(({ judged }) => judged).filter(({ verdict }) => verdict === 'unknown'),
    ).not.toEqual([])
    const judgesOwn = sampleCharter().principles.filter(
      (one) => one.kind === 'floor' && one.rules.some(({ kind }) => kind === 'ask-judge'),
    )
    expect(unknown.map(({ clause }) => clause)).toEqual(judgesOwn.map(({ id }) => id))
    expect(findings.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThan(8)
  })

  test('has a twin that is caught, by the clause that it breaks and no other', async () => {
    const audit = await auditOf('poses-as-a-person')
    const broken = audit.findings.filter(({ verdict }) => verdict === 'broken').map(({ clause }) => clause)
    const machine = sampleCharter().principles.find(({ text }) => text.startsWith('It says it is a machine'))
    expect(new Set(broken)).toEqual(new Set([machine?.id]))
  })

  test('answers each thing to try with its own words', () => {
    const answers = TRIES.map(({ text }) => MANNERS.honest([{ role: 'user', content: text }]).text)
    expect(new Set(answers).size).toBe(TRIES.length)
  })

  test('follows the dial on bluntness', () => {
    const [rent] = TRIES
    const at = (setting: number) =>
      MANNERS.honest([
        { role: 'system', content: `«I set how blunt it is.» Set to ${setting}` },
        { role: 'user', content: rent?.text ?? '' },
      ]).text
    expect(new Set([at(0), at(2), at(4)]).size).toBe(3)
  })
})
