import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatCase } from '../../publish/formats/format.case.ts'
import { type Report, reportOf } from '../../publish/index.ts'
import { sampleFrame, sampleReportInput } from '../sample-world.case.ts'
import { read } from './read.case.ts'
import { REPORT_STYLES, standaloneReport } from './report/standalone.tsx'
import { ReportPage } from './report.tsx'

let full: Report
let bare: Report
// Drawing the sample takes seconds where other suites run beside it.
beforeAll(async () => {
  const input = await sampleReportInput()
  full = reportOf(input)
  const { study } = input
  const listening = { ...study.listening, population: [] }
  bare = reportOf({ ...input, study: { ...study, listening }, charter: null, audit: null, decisions: [] })
}, 60_000)

const page = (report: Report) => String(<ReportPage frame={sampleFrame()} report={report} />)
const css = REPORT_STYLES.map((name) =>
  readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'),
).join('\n')

formatCase({ name: 'page', print: page }, () => [full, bare])
formatCase({ name: 'html', print: (report) => standaloneReport(report, css) }, () => [full, bare])

describe('the report as a page', () => {
  test('says the five sentences first', () => {
    const said = read(page(full))
    const places = Object.values(full.inShort).map((sentence) => said.indexOf(sentence))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[4]).toBeLessThan(said.indexOf('Who was heard, and who was not'))
  })

  test('prints no figure that the report hides', () => {
    const table = page(full).split('aria-label="Heard, by internet at home"')[1]?.split('</table>')[0] ?? ''
    const [, , large, small] = table.split('<tr')
    expect(read(large)).toContain('Not shown: it would give away a number that is too small to show')
    expect(read(small)).toContain('Not shown: fewer than 20 people')
    expect(table).not.toContain('class="gap"')
  })

  test('draws a bound without a middle', () => {
    expect(page(full)).toMatch(/class="iv half bound"/)
    expect(read(page(full))).toContain('at least 91 % (84–100) of about 110')
  })

  test('names what is missing, and leaves no section out', () => {
    const heads = (report: Report) => [...page(report).matchAll(/<h2[^>]*>([^<]*)</g)].map(([, head]) => head)
    expect(heads(bare)).toEqual(heads(full).filter((head) => head !== 'What is contested'))
    expect(read(page(bare))).toContain('With nobody’s yet: no charter is in force.')
    expect(read(page(bare))).toContain('We cannot say who is missing')
  })

  test('a charter that is not in force is not said to bind', () => {
    if (full.decided.kind === 'missing') throw new Error('the sample has a charter')
    const draft: Report = { ...full, decided: { ...full.decided, status: 'draft' } }
    expect(read(page(draft))).toContain('With nobody’s yet: no charter is in force.')
  })

  test('findings of another version are said to be that', () => {
    if (full.findings.kind === 'missing') throw new Error('the sample was tested')
    const other: Report = { ...full, findings: { ...full.findings, charter: 'sha256:0' } }
    const says = 'These findings are about another version'
    expect(read(page(other))).toContain(says)
    expect(read(page(full))).not.toContain(says)
  })

  test('leads to the record, the very charter and the data', () => {
    const hash = full.decided.kind === 'missing' ? '' : full.decided.hash
    for (const place of ['record.ledger', 'report.json', `charter.yaml?version=${encodeURIComponent(hash)}`])
      expect(page(full)).toContain(`href="/a/city-helpline/${place}"`)
    expect(page(bare)).not.toContain('charter.yaml')
  })
})

describe('the report as one file', () => {
  test('leads nowhere, loads nothing and runs nothing', () => {
    for (const report of [full, bare]) {
      const html = standaloneReport(report, css)
      const away = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, place]) => place)
      expect(away).toEqual(['#main'])
      expect(html).not.toMatch(/<script|<link|<form|@import|url\(/)
      expect(html).toContain('content="default-src &#39;none&#39;; style-src')
    }
  })

  test('holds its styles, and no style ends early', () => {
    const html = standaloneReport(full, `${css}\n/* </style><script>alert(1)</script> */`)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.indexOf('</style>')).toBeGreaterThan(html.indexOf('alert(1)'))
    expect(html).toContain('--paper: #faf8f4')
  })

  test('what people wrote is text', () => {
    const hostile = '</title></style><script>alert(1)</script>'
    const marked = JSON.parse(
      JSON.stringify(full, (key, value) =>
        ['text', 'prefer', 'over', 'because', 'question', 'title', 'value', 'attribute'].includes(key) &&
        typeof value === 'string' &&
        !['gives-away', 'too-few'].includes(value)
          ? hostile
          : key === 'words' && Array.isArray(value)
            ? value.map(() => hostile)
            : value,
      ),
    ) as Report
    expect(standaloneReport(marked, css)).not.toContain('<script>alert')
    expect(page(marked)).not.toContain('<script>alert')
    expect(read(page(marked))).toContain('<script>alert(1)</script>')
  })
})
