import { assertNodeApi } from './electron/dev/nodeApi.ts'
import { defineConfig } from 'vitest/config'

assertNodeApi()

export default defineConfig({
  test: {
    restoreMocks: true,
    // Left to itself Vitest keeps one core free, which on two cores is half of the machine.
    maxWorkers: 2,
    projects: [
      // Rules and engines hold nothing between tests, so that files share what they import: a third of the time.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['test/propertySeed.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          setupFiles: ['test/propertySeed.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/e2e/globalSetup.ts', 'test/faults/globalSetup.ts'],
          setupFiles: ['test/e2e/ownDisplay.ts'],
          // A thousand rounds by night take as long as they take.
          testTimeout: 4 * 60 * 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/packaged.ts'],
          setupFiles: ['test/e2e/ownDisplay.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/globalSetup.ts', 'test/e2e/sampleStore.ts'],
          setupFiles: ['test/e2e/ownDisplay.ts', 'test/e2e/watchSockets.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A window that the display or the machine lost is opened once more; the report names it with "retry x1", to be looked into.
          retry: 1,
          // What a window comes to is asked for until it is so; the usual second is short for two windows on two cores.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
