import { assertNodeApi } from '../../electron/dev/nodeApi.ts'
import { prepare } from '../prepare.ts'

assertNodeApi()

/** `npm run bench`: a table to read, and the same as JSON on the last line. Nothing is judged. */
await prepare((line) => console.log(line))
const { coldStart } = await import('./coldStart.ts')
const { engineWork } = await import('./engineWork.ts')
const { journalWork } = await import('./journalWork.ts')
const { populationWork } = await import('./populationWork.ts')

const figures = [await coldStart(5), ...(await engineWork()), ...(await journalWork()), ...(await populationWork())]
console.log(`\n${'what'.padEnd(34)}${'runs'.padStart(6)}${'median ms'.padStart(12)}${'p95 ms'.padStart(12)}  note`)
for (const { what, runs, medianMs, p95Ms, note } of figures) {
  console.log(
    `${what.padEnd(34)}${String(runs).padStart(6)}${String(medianMs).padStart(12)}${String(p95Ms).padStart(12)}  ${note}`,
  )
}
console.log(JSON.stringify(figures))
