import { runStep, type Result } from './run/step.ts'
import { stages } from './run/steps.ts'
import { table } from './run/table.ts'

/** `npm test`: every check of the project. All are run, whatever fails; what failed is named again at the end, the last line is the sum. */
async function run(): Promise<boolean> {
  const results: Result[] = []
  for (const steps of stages) {
    results.push(...(await Promise.all(steps.map((step) => runStep(step, steps.length === 1)))))
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  for (const { failures } of results) for (const failure of failures) console.log(`\nFAILED ${failure}`)
  console.log(`\n${table(results)}\n\n${passed} passed, ${failed} failed`)
  return failed === 0
}

process.exitCode = (await run()) ? 0 : 1
