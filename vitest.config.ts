import { defineConfig } from 'vitest/config'

// Three suites: `npm test` runs the first two on any machine with Node; `npm run test:lab` needs `npm run lab` first.
// Seeds are fixed in CI, so what a second try heals there is only the time that a busy machine took.
const retry = process.env['CI'] ? 2 : 0

export default defineConfig({
  test: {
    // CI adds its runs up at the end: scripts/totals.mjs.
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: `.cache/ci/${process.pid}.json` },
    projects: [
      {
        test: {
          name: 'unit',
          retry,
          include: ['test/**/*.test.ts'],
          exclude: ['test/lab/**', 'test/architecture.test.ts'],
          setupFiles: ['test/seed.ts'],
          // Many of them start processes and servers, and a busy machine is slow at both.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
      {
        test: {
          name: 'lab',
          retry,
          include: ['test/lab/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
