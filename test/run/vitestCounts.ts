type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

/**
 * Counts of a vitest JSON report. A test that was left out counts as failed: nothing is skipped in silence.
 * @returns `undefined` when there is no readable report
 */
export function readCounts(text: string): { passed: number; failed: number } | undefined {
  if (text === '') return undefined
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text) as Report
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests }
}
