import { expect, test } from 'vitest'
import { compileKernels } from '../../../scripts/compile-kernels.mjs'
import { MODULE } from './webassembly/module.ts'

test('the kernels are compiled from the source beside them', async () => {
  expect(Buffer.from(await compileKernels()).toString('base64')).toBe(MODULE)
})
