import { spawn } from 'node:child_process'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import type { Step } from './steps.ts'
import { readCounts } from './vitestCounts.ts'

export type Result = { name: string; passed: number; failed: number; failures: string[]; seconds: number }

/**
 * Runs one step. A step that cannot be started, or ends badly without a failed test, counts as one failure.
 * @param isAlone whether its output is passed through as it comes; that of steps side by side is told whole, when each has ended
 */
export async function runStep(step: Step, isAlone: boolean): Promise<Result> {
  const heading = `\n── ${step.name} ${'─'.repeat(Math.max(0, 76 - step.name.length))}`
  if (isAlone) console.log(heading)
  const startedAt = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-run-'))
  const report = join(folder, 'report.json')
  // A file is whole once the step has ended, whoever of those that it started still has it open.
  const output = join(folder, 'output.txt')
  const handle = isAlone ? null : await open(output, 'w')
  const ended = await succeeds(step, report, handle?.fd ?? 'inherit')
  await handle?.close()
  if (!isAlone) console.log(`${heading}\n${await readFile(output, 'utf8')}`)
  const counts = step.counts === 'vitest' ? readCounts(await readFile(report, 'utf8').catch(() => '')) : undefined
  await rm(folder, { recursive: true, force: true })
  const { passed, failed, failures } = counts ?? { passed: ended ? 1 : 0, failed: 0, failures: [] }
  return {
    name: step.name,
    passed,
    failed: ended ? failed : Math.max(1, failed),
    failures: ended || failures.length > 0 ? failures : [`${step.name} ended badly`],
    seconds: (performance.now() - startedAt) / 1000,
  }
}

function succeeds({ command, words, counts }: Step, report: string, output: number | 'inherit'): Promise<boolean> {
  const reporters = counts === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const tools = join(projectFolder, 'node_modules', '.bin')
  const child = spawn(command, [...words, ...reporters], {
    cwd: projectFolder,
    stdio: ['ignore', output, output],
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.log(`${command} did not start: ${error.message}`)
      resolve(false)
    })
    child.once('exit', (code) => resolve(code === 0))
  })
}
