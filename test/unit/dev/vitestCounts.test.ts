import { describe, expect, it } from 'vitest'
import { readCounts } from '../../run/vitestCounts.ts'

describe('the sum of all tests', () => {
  it('counts a test that was left out as failed', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(readCounts(JSON.stringify(report))).toEqual({ passed: 7, failed: 4 })
  })

  it('knows no numbers when the run left no report', () => {
    expect(readCounts('')).toBeUndefined()
  })
})
