import type { Result } from './step.ts'

/** @returns the results as lines of fixed columns */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ name, passed, failed, seconds }) => [
    name,
    String(passed),
    String(failed),
    seconds.toFixed(1),
  ])
  return [['step', 'passed', 'failed', 'seconds'], ...rows].map(line).join('\n')
}

function line([name = '', ...numbers]: string[]): string {
  return `${name.padEnd(10)}${numbers.map((number) => number.padStart(9)).join('')}`
}
