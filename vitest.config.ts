import { defineConfig } from 'vitest/config'

/**
 * Three suites. `unit` is everything that needs nothing but Node and finishes in seconds; `system` starts
 * databases, servers and processes that are killed on purpose; `browser` walks the pages in Chromium.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/{architecture,docs,doctest,examples,goldens}/**/*.test.ts',
          ],
          exclude: ['src/**/*.system.test.ts'],
          isolate: false,
          // A busy machine makes a test slow, and never wrong.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['src/**/*.system.test.ts', 'test/system/**/*.test.ts'],
          globalSetup: 'test/sample.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/sample.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
