import { relative } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

type Test = { fullName: string; status: string; failureMessages?: string[] }
type File = { name: string; message?: string; status: string; assertionResults: Test[] }
type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: File[]
}

export type Counts = {
  passed: number
  failed: number
  /** What failed, a text each: the file, the test's name, the beginning of the reason. */
  failures: string[]
}

/**
 * Counts of a vitest JSON report. A test that was left out counts as failed: nothing is skipped in silence.
 * @returns `undefined` when there is no readable report
 */
export function readCounts(text: string): Counts | undefined {
  if (text === '') return undefined
  const report = JSON.parse(text) as Report
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
  }
}

function failuresOf({ name, message, status, assertionResults }: File): string[] {
  const file = relative(projectFolder, name)
  const tests = assertionResults.filter((test) => test.status !== 'passed')
  // A file that could not even be read has no test to name.
  if (tests.length === 0) return status === 'failed' ? [`${file}\n${beginning(message)}`] : []
  return tests.map(({ fullName, failureMessages = [] }) => `${file} › ${fullName}\n${beginning(failureMessages[0])}`)
}

/** So much that the reason is seen where only the end of a long output is kept. */
function beginning(message = 'left out'): string {
  return message
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')
}
