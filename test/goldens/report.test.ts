import { expect, test } from 'vitest'
import { expectGolden } from '../../src/charter/golden.case.ts'
import { FORMATS, reportOf } from '../../src/publish/index.ts'
import { sampleReportInput } from '../../src/web/sample-world.case.ts'

test('the report on the sample assembly', async () => {
  const report = reportOf(await sampleReportInput())
  expect(Object.keys(FORMATS)).toEqual(['json'])
  expectGolden('test/goldens/report/sample.json', FORMATS.json?.print(report) ?? '')
}, 60_000)
