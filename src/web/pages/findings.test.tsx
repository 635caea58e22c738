import { beforeAll, expect, test } from 'vitest'
import type { Audit } from '../../verify/index.ts'
import { AT, sampleAudit, sampleFrame, sampleRatified } from '../sample-world.case.ts'
import type { FindingsView, Frame } from '../views.ts'
import { FindingsPage } from './findings.tsx'
import { actions, read } from './read.case.ts'

let audit: Audit
// Drawing the sample takes seconds where other suites run beside it.
beforeAll(async () => {
  audit = await sampleAudit()
}, 60_000)

const page = (view: Partial<FindingsView>, frame: Partial<Frame> = {}) =>
  String(
    <FindingsPage
      frame={{ ...sampleFrame(), ...frame }}
      view={{ charter: sampleRatified(), audit: { audit, at: AT }, ...view }}
    />,
  )

test('broken stands before unknown, unknown before kept', () => {
  const verdicts = [
    ...page({})
      .split('</table>')[0]!
      .matchAll(/class="tag (\w+)"/g),
  ].map(([, kind]) => kind)
  const rank = ['broken', 'unknown', 'kept']
  expect(verdicts).toHaveLength(audit.findings.length)
  expect(verdicts).toEqual([...verdicts].sort((a, b) => rank.indexOf(a ?? '') - rank.indexOf(b ?? '')))
})

test('says of each clause what was seen, and of each that was not tested why', () => {
  const said = read(page({}))
  expect(said).toContain('Of 19 clauses that bind, 10 were kept in every trial, 4 were broken')
  for (const { says, probe } of audit.findings) expect(said).toContain(`${says} ${probe}`)
  expect(said).toContain('P10, P12, P13: no probe tests it.')
})

test('shows trial by trial what broke a clause and what nobody could judge', () => {
  const said = read(page({}).split('id="h-seen"')[1])
  for (const { judged } of audit.findings)
    for (const { trial, verdict, because } of judged)
      if (verdict === 'kept') expect(said).not.toContain(` ${trial} `)
      else expect(said).toContain(`${verdict} ${trial} ${because}`)
})

test('findings of another version are said to be that', () => {
  const other = 'These findings are about another version'
  expect(read(page({}))).not.toContain(other)
  expect(read(page({ audit: { audit: { ...audit, charter: 'sha256:0' }, at: AT } }))).toContain(other)
})

test('without an audit it is unknown, never kept', () => {
  const html = page({ audit: null })
  expect(html).not.toMatch(/class="tag kept"/)
  expect(read(html)).toContain('Nobody has tested this charter yet, so whether it is kept is unknown.')
})

test('without a charter in force there is nothing to test', () => {
  const html = page({ charter: null, audit: null }, { role: 'operator' })
  expect(actions(html)).toEqual([])
  expect(read(html)).toContain('No charter is in force, so there is nothing to keep yet.')
})

test('only operators start the trials', () => {
  expect(actions(page({}))).toEqual([])
  expect(actions(page({}, { role: 'operator' }))).toEqual(['/a/city-helpline/audit'])
})

test('what a trial says is text', () => {
  const hostile = '</li><script>alert(1)</script>'
  const findings = audit.findings.map((finding) => ({
    ...finding,
    says: hostile,
    judged: finding.judged.map((one) => ({ ...one, because: hostile, trial: hostile })),
  }))
  const html = page({ audit: { audit: { ...audit, findings, system: hostile }, at: AT } })
  expect(html).not.toContain('<script>alert')
  expect(read(html)).toContain('<script>alert(1)</script>')
})
