import type { Result } from './step.ts'

/** @returns the results as lines of fixed columns */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ name, passed, failed, seconds }) => [
    name,
    String(passed),
    String(failed),
    seconds.toFixed(1),
  ])
  return columns([['step', 'passed', 'failed', 'seconds'], ...rows])
}

/** @returns rows as lines: a name each, as wide as the widest of them, and numbers */
export function columns(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([name = '']) => name.length)) + 1
  return rows
    .map(([name = '', ...numbers]) => `${name.padEnd(width)}${numbers.map((number) => number.padStart(9)).join('')}`)
    .join('\n')
}
