import { runStep, type Result } from './run/step.ts'
import { steps } from './run/steps.ts'
import { table } from './run/table.ts'

/** `npm test`: every check of the project, one after the other. All are run, whatever fails; what failed is named again at the end, the last line is the sum. */
async function run(): Promise<boolean> {
  const results: Result[] = []
  for (const step of steps) results.push(await runStep(step))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  for (const { failures } of results) for (const failure of failures) console.log(`\nFAILED ${failure}`)
  console.log(`\n${table(results)}\n\n${passed} passed, ${failed} failed`)
  return failed === 0
}

process.exitCode = (await run()) ? 0 : 1
