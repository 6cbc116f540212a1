import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../../electron/dev/projectFolder.ts'
import { readCounts } from '../../run/vitestCounts.ts'

const counts = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

describe('the sum of all tests', () => {
  it('counts a test that was left out as failed', () => {
    const report = { ...counts, testResults: [] }
    expect(readCounts(JSON.stringify(report))).toEqual({ passed: 7, failed: 4, failures: [] })
  })

  it('knows no numbers when the run left no report', () => {
    expect(readCounts('')).toBeUndefined()
  })

  it('names what failed, what was left out and what could not be read', () => {
    const testResults = [
      {
        name: join(projectFolder, 'test', 'one.test.ts'),
        status: 'failed',
        assertionResults: [
          { fullName: 'a sheet keeps its marks', status: 'passed' },
          { fullName: 'a sheet counts its items', status: 'failed', failureMessages: ['expected 3 to be 4\n  at one'] },
          { fullName: 'a sheet waits', status: 'pending' },
        ],
      },
      {
        name: join(projectFolder, 'test', 'two.test.ts'),
        status: 'failed',
        message: 'no such file',
        assertionResults: [],
      },
    ]
    expect(readCounts(JSON.stringify({ ...counts, testResults }))?.failures).toEqual([
      'test/one.test.ts › a sheet counts its items\n    expected 3 to be 4\n      at one',
      'test/one.test.ts › a sheet waits\n    left out',
      'test/two.test.ts\n    no such file',
    ])
  })
})
