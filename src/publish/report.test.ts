import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCharter, sampleStudy } from '../app/sample/study.case.ts'
import { studyOf } from '../app/study/study-steps.ts'
import type { Charter } from '../charter/index.ts'
import { type ClauseId, id } from '../kernel/index.ts'
import { listeningOf } from '../listen/index.ts'
import { AT, sampleRatification, sampleRatified, sampleReportInput } from '../web/sample-world.case.ts'
import { formatCase } from './formats/format.case.ts'
import { FORMATS, type ReportInput, reportOf, reportSchema } from './index.ts'

let full: ReportInput

// Drawing the sample takes seconds where other suites run beside it.
beforeAll(async () => {
  full = await sampleReportInput()
}, 60_000)

const NOBODY = studyOf(
  listeningOf([
    {
      type: 'assembly',
      id: id('empty'),
      question: 'Is anybody there?',
      description: 'Nobody came.',
      source: 'test',
      synthetic: true,
    },
  ]),
)

const empty = (): ReportInput => ({
  study: NOBODY,
  charter: null,
  status: 'draft',
  audit: null,
  decisions: [],
  record: { vkey: 'no key', entries: 0, checkpoint: '' },
  at: AT,
})

/** The sample's charter, where it says other things. */
const charterWith = (over: Partial<Charter>): ReportInput => ({
  ...full,
  charter: { ...sampleCharter(), ...over },
  status: 'draft',
})

describe('a report', () => {
  test('has the same sections, whatever is missing', () => {
    expect(Object.keys(reportOf(empty()))).toEqual(Object.keys(reportOf(full)))
  })

  test('is read back as it was written', () => {
    const report = reportOf(full)
    expect(reportSchema.parse(JSON.parse(FORMATS.json?.print(report) ?? ''))).toEqual(report)
  })

  test('says who chose, who gains, who loses, what broke and what is unknown', () => {
    expect(reportOf(full).inShort).toEqual({
      whoChose:
        'Participants decided 18 of 19 clauses and the law 1. 412 of 600 people on the roll voted: 260 yes, 128 no, 24 abstained. That put it in force.',
      whoGains: 'Of 19 clauses that bind: group B by 18, group A by 17 and group C by 17.',
      whoLoses:
        'Group B by 1 clause (P11) and group C by 1 clause (P10). Also about 60 people who hold what no assistant can honour (U1).',
      whatBroke: expect.stringMatching(/^\d clauses? in trials: .*not tested\.$/),
      whatIsUnknown: expect.stringContaining('Whether 24 statements can be honoured.'),
    })
  })

  test('repeats no sentence of the charter that counts fewer than 20 people', () => {
    expect(sampleCharter().unknowns.some(({ says }) => says.includes('3 of the 404'))).toBe(true)
    const printed = FORMATS.json?.print(reportOf(full))
    expect(printed).not.toMatch(/\b3 of the 404\b/)
    expect(printed).toContain('fewer than 20 of the 404 people')
    expect(printed).not.toMatch(/\b2 of 227 people\b/)
  })

  test('counts who decided and why over the clauses that bind', () => {
    const { decided } = reportOf(full)
    if (decided.kind === 'missing') throw new Error('missing')
    const sum = (counts: readonly { readonly clauses: number }[]) =>
      counts.reduce((all, { clauses }) => all + clauses, 0)
    expect(sum(decided.byAuthority)).toBe(decided.clauses)
    expect(sum(decided.byMotive)).toBe(decided.clauses)
    expect(decided.byAuthority.find(({ authority }) => authority === 'law')?.clauses).toBe(1)
  })

  test('prints dissent word for word, with the group it came from', () => {
    const { tradeOffs, decided } = reportOf(full)
    if (tradeOffs.kind === 'missing' || decided.kind === 'missing') throw new Error('missing')
    const r2 = tradeOffs.tradeOffs.find(({ id }) => id === 'R2')
    expect(r2?.dissent).toContainEqual({
      from: 'A',
      heard: 'words',
      words: expect.arrayContaining(['What is in every library should not be forbidden on the phone.']),
      more: 'nothing',
    })
    expect(decided.ratification?.dissent).toContainEqual({
      clause: 'P10',
      from: 'C',
      words: 'I never asked it to know me. Forgetting should be the rule.',
    })
  })

  test('does not say of words that they came from a group of fewer than 20 people', () => {
    const groups = sampleCharter().groups.map((group) =>
      group.id === 'A' ? { ...group, people: 19 } : group,
    )
    const { tradeOffs } = reportOf(charterWith({ groups }))
    if (tradeOffs.kind === 'missing') throw new Error('missing')
    expect(tradeOffs.tradeOffs.flatMap(({ dissent }) => dissent.map(({ from }) => from))).not.toContain('A')
  })

  test('lists every clause with what was found, or as unverified', () => {
    const { findings, clauses, tradeOffs } = reportOf(full)
    if (findings.kind !== 'findings' || clauses.kind === 'missing' || tradeOffs.kind === 'missing')
      throw new Error('missing')
    const charter = sampleRatified()
    const listed = new Set([...findings.findings, ...findings.unverified].map(({ clause }) => clause))
    for (const { id } of [...charter.principles, ...charter.rulings, ...charter.contested])
      expect(listed.has(id)).toBe(true)
    const { kept, broken, unknown, unverified } = findings.counts
    expect(kept + broken + unknown + unverified).toBe(charter.principles.length + charter.rulings.length)
    const verdicts = [...clauses.clauses, ...tradeOffs.tradeOffs.filter(({ kind }) => kind === 'ruling')].map(
      ({ finding }) => finding,
    )
    expect(verdicts.filter((verdict) => verdict === 'kept')).toHaveLength(kept)
    expect(verdicts.filter((verdict) => verdict === 'unverified')).toHaveLength(unverified)
  })

  test('one unknown probe keeps a clause from being kept, and one broken one breaks it', () => {
    const audit = full.audit?.audit
    const [finding] = audit?.findings ?? []
    if (audit === undefined || finding === undefined) throw new Error('no findings')
    const verdictWith = (...verdicts: readonly ('kept' | 'unknown' | 'broken')[]) => {
      const findings = verdicts.map((verdict) => ({ ...finding, verdict }))
      const report = reportOf({ ...full, audit: { audit: { ...audit, findings }, at: AT } })
      return report.clauses.kind === 'clauses'
        ? report.clauses.clauses.find(({ id }) => id === finding.clause)?.finding
        : null
    }
    expect(verdictWith('kept', 'kept')).toBe('kept')
    expect(verdictWith('kept', 'unknown')).toBe('unknown')
    expect(verdictWith('kept', 'unknown', 'broken')).toBe('broken')
    expect(verdictWith()).toBe('unverified')
  })

  test('counts decisions by kind, also those that never happened, and on what they rested', () => {
    const { decisions } = reportOf(full)
    if (decisions.kind === 'missing') throw new Error('missing')
    expect(decisions.byKind.map(({ kind, count }) => [kind, count])).toEqual([
      ['send', 1],
      ['ask', 0],
      ['hold', 2],
      ['refuse', 1],
      ['off', 0],
    ])
    expect(decisions.byKind.find(({ kind }) => kind === 'refuse')?.clauses).toEqual([
      { clause: 'P4', count: 1 },
    ])
    expect(decisions.total).toBe(4)
  })

  test('says what became of the vote', () => {
    const says = (input: ReportInput) => reportOf(input).inShort.whoChose
    expect(says({ ...full, status: 'draft', charter: sampleCharter() })).toContain('nobody has voted on it')
    expect(says({ ...full, status: 'voting', charter: sampleCharter() })).toContain('The vote on it is open.')
    expect(says({ ...full, status: 'ratified', charter: sampleCharter() })).toContain('cannot be said')
    const lost = sampleRatification({ A: 0.2, B: 0.3, C: 0.1 })
    expect(lost.outcome).toBe('rejected')
    const seal = { hash: `sha256:${'0'.repeat(64)}`, ratification: lost, signature: null }
    expect(says({ ...full, status: 'rejected', charter: { ...sampleCharter(), seal } })).toContain(
      'did not put it in force',
    )
    expect(says({ ...full, status: 'quorum-not-met', charter: { ...sampleCharter(), seal } })).toContain(
      'neither a yes nor a no',
    )
  })

  test('says "not shown", never "no one", where no group gains or loses', () => {
    const plain = (clause: Charter['principles'][number]) => ({ ...clause, benefits: [], burdens: [] })
    const { inShort } = reportOf(
      charterWith({ principles: sampleCharter().principles.map(plain), rulings: [], cannotHonour: [] }),
    )
    expect(inShort.whoGains).toBe('Not shown for any group.')
    expect(inShort.whoLoses).toBe('Not shown for any group, which is not the same as no one.')
  })

  test('compares with the charter before, and says so where there is none', () => {
    expect(reportOf(full).drift).toMatchObject({
      kind: 'nothing-to-compare',
      says: expect.stringContaining('Nothing to compare yet'),
    })
    const parent = `sha256:${'1'.repeat(64)}`
    expect(reportOf(charterWith({ parent })).drift.says).toContain(parent)
    const [first, ...rest] = sampleCharter().principles
    if (first === undefined) throw new Error('no clause')
    const before = {
      ...sampleCharter(),
      principles: [{ ...first, text: 'A person may take over.' }, ...rest],
    }
    const { drift } = reportOf({ ...full, before })
    expect(drift).toMatchObject({ kind: 'compared' })
    expect(drift.kind === 'compared' && drift.changes.map(({ says }) => says)).toContainEqual(
      expect.stringContaining('A person may take over.'),
    )
  })
})

describe('where things are missing', () => {
  test('each is named', () => {
    const report = reportOf(empty())
    for (const section of ['decided', 'clauses', 'tradeOffs', 'cannotHonour', 'findings'] as const)
      expect(report[section]).toMatchObject({ kind: 'missing', says: expect.stringContaining('no charter') })
    expect(report.decisions).toMatchObject({
      kind: 'missing',
      says: expect.stringContaining('Nothing to report'),
    })
    expect(report.heard).toMatchObject({ targets: 'none', groups: { kind: 'no-stable-groups' } })
    expect(report.inShort).toMatchObject({
      whoChose: 'Nobody yet: there is no charter.',
      whatBroke: expect.stringContaining('Not known'),
    })
  })

  test('an untested charter is not said to be kept', () => {
    const report = reportOf({ ...full, audit: null })
    expect(report.findings).toMatchObject({ kind: 'missing', says: expect.stringContaining('unknown') })
    expect(report.inShort.whatBroke).toContain('Nobody has tested')
    expect(
      report.clauses.kind === 'clauses' &&
        report.clauses.clauses.every(({ finding }) => finding === 'unverified'),
    ).toBe(true)
  })
})

describe('the proof', () => {
  test('says that the key signed, and that nobody outside did', () => {
    const { proof, cannotPromise } = reportOf(full)
    expect(proof).toMatchObject({ signature: 'holds', otherSignatures: 0 })
    expect(cannotPromise.find(({ about }) => about === 'The host')?.says).toContain(
      'Nobody outside has confirmed this history.',
    )
  })

  test('says that a checkpoint proves nothing where it does not', () => {
    const proofOf = (record: Partial<ReportInput['record']>) =>
      reportOf({ ...full, record: { ...full.record, ...record } }).proof
    expect(proofOf({ checkpoint: '' }).signature).toBe('unreadable')
    expect(proofOf({ vkey: 'nobody' }).signature).toBe('unreadable')
    expect(proofOf({ checkpoint: full.record.checkpoint.replace('\n41\n', '\n42\n') })).toMatchObject({
      signature: 'fails',
      says: expect.stringContaining('does not hold'),
    })
    const witnessed = `${full.record.checkpoint}— witness.example AAAAAAAAAA==\n`
    const report = reportOf({ ...full, record: { ...full.record, checkpoint: witnessed } })
    expect(report.proof).toMatchObject({ signature: 'holds', otherSignatures: 1 })
    expect(report.cannotPromise.find(({ about }) => about === 'The host')?.says).not.toContain(
      'Nobody outside',
    )
  })
})

test('words of people go in unchanged, however hostile', () => {
  const words = '</script><script>alert("1")</script>\u202e [P9] « »'
  const [first, ...rest] = sampleCharter().principles
  if (first === undefined) throw new Error('no clause')
  const dissent = [
    { group: 'everyone' as const, share: null, heard: 'words' as const, words: [words], more: 3 },
  ]
  const { clauses } = reportOf(charterWith({ principles: [{ ...first, dissent }, ...rest] }))
  expect(clauses.kind === 'clauses' && clauses.clauses[0]?.dissent).toEqual([
    { from: null, heard: 'words', words: [words], more: 'something' },
  ])
})

test('words that a machine wrote say so, wherever they are published', () => {
  const { principles, rulings, cannotHonour } = sampleCharter()
  const written = (statement: string, text: string) => ({
    statement: id<'statement'>(statement),
    text,
    model: 'm-1',
    mediation: 'm1',
    round: 1,
    prompt: `sha256:${'0'.repeat(64)}`,
    from: [],
    critiques: [],
    provenance: principles[0]!.provenance,
  })
  const report = reportOf(
    charterWith({
      machineWritten: [principles[0]!, rulings[0]!.over, cannotHonour[0]!].map((one) =>
        written(one.statement, one.text),
      ),
    }),
  )
  const { clauses, tradeOffs } = report
  const machine = (text: string) => [{ text, model: 'm-1' }]
  expect(clauses.kind === 'clauses' && clauses.clauses.slice(0, 2).map((one) => one.machineWritten)).toEqual([
    machine(principles[0]!.text),
    [],
  ])
  expect(tradeOffs.kind === 'trade-offs' && tradeOffs.tradeOffs[0]!.machineWritten).toEqual(
    machine(rulings[0]!.over.text),
  )
  expect(
    report.cannotHonour.kind === 'cannot-honour' && report.cannotHonour.values[0]!.machineWritten,
  ).toEqual(machine(cannotHonour[0]!.text))
})

test('several values that cannot be honoured are counted, not added up', () => {
  const [value] = sampleCharter().cannotHonour
  if (value === undefined) throw new Error('nothing')
  const { inShort, cannotHonour } = reportOf(
    charterWith({ cannotHonour: [value, { ...value, id: id<'clause'>('U2') as ClauseId, heldBy: 12 }] }),
  )
  expect(inShort.whoLoses).toContain('one of 2 values that no assistant can honour (U1 and U2)')
  expect(cannotHonour.kind === 'cannot-honour' && cannotHonour.values.map(({ heldBy }) => heldBy)).toEqual([
    60,
    null,
  ])
})

formatCase(FORMATS.json as NonNullable<(typeof FORMATS)[string]>, () => [reportOf(full), reportOf(empty())])

test('the sample has the three groups that the report names', () => {
  expect(sampleStudy().map.grouping.kind).toBe('groups')
})
