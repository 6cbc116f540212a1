import { assertNodeApi } from '../../electron/dev/nodeApi.ts'
import { setup } from '../e2e/globalSetup.ts'
import type { Figure } from './figures.ts'
import { prepare } from '../prepare.ts'

assertNodeApi()

/** `npm run bench`: a table to read, and the same as JSON on the last line. Nothing is judged. */
await prepare((line) => console.log(line))
await setup()
const { bundleMemory } = await import('./bundleMemory.ts')
const { bundleWork } = await import('./bundleWork.ts')
const { coldStart } = await import('./coldStart.ts')
const { evidenceWork } = await import('./evidenceWork.ts')
const { growthWork } = await import('./growthWork.ts')
const { importWork } = await import('./importWork.ts')
const { sheetWork } = await import('./sheetWork.ts')
const { engineWork } = await import('./engineWork.ts')
const { gatesWork } = await import('./gatesWork.ts')
const { journalWork } = await import('./journalWork.ts')
const { mergeWork } = await import('./mergeWork.ts')
const { reportWork } = await import('./reportWork.ts')
const { screenWork } = await import('./screenWork.ts')
const { searchWork } = await import('./searchWork.ts')
const { samplingWork } = await import('./samplingWork.ts')
const { populationWork } = await import('./populationWork.ts')
const { waitsWork } = await import('./waitsWork.ts')

/** Each section by its name, so that `npm run bench -- import sheet` measures only these. */
const sections: Record<string, () => Promise<Figure[]>> = {
  start: coldStart,
  engine: engineWork,
  journal: journalWork,
  merge: mergeWork,
  gates: gatesWork,
  waits: waitsWork,
  screens: screenWork,
  growth: growthWork,
  import: importWork,
  population: populationWork,
  sampling: samplingWork,
  sheet: sheetWork,
  evidence: evidenceWork,
  report: reportWork,
  search: searchWork,
  bundle: bundleWork,
  bundleMemory,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in sections))
if (unknown.length > 0)
  throw new Error(`No such section: ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}`)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()))
}
console.log(`\n${'what'.padEnd(34)}${'runs'.padStart(6)}${'median ms'.padStart(12)}${'p95 ms'.padStart(12)}  note`)
for (const { what, runs, medianMs, p95Ms, note } of figures) {
  console.log(
    `${what.padEnd(34)}${String(runs).padStart(6)}${String(medianMs).padStart(12)}${String(p95Ms).padStart(12)}  ${note}`,
  )
}
console.log(JSON.stringify(figures))
