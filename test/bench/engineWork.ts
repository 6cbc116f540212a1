import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const rows = 100_000
const evidenceFiles = 20
const evidenceBytes = 10 * 1024 * 1024
const wording = {
  description: 'Two people approve.',
  frequency: 'multiple_daily',
  type: 'manual',
  nature: 'preventive',
} as const

/** Import, draw, typing, verification and export on a real store on this disk. */
export async function engineWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    return await measure(engine)
  } finally {
    await engine.close()
  }
}

async function measure(engine: TestEngine): Promise<Figure[]> {
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: 'CHG-01',
    title: 'Changes',
    criteria: ['CC8.1'],
    ...wording,
  })
  const file = join(engine.folder, 'changes.csv') as FileRef
  await writeFile(file, largeList())
  const columns = { itemId: 'change_id', date: 'deployed', stratum: 'system' }
  const imports = await timed(3, (run) =>
    engine.call('population.import', { engagementId, name: `Changes ${run}`, file, columns }),
  )
  const { populations } = await engine.call('population.list', { engagementId })
  const populationId = populations[0]?.populationId ?? ''
  await engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' })
  const draws = await timed(5, () =>
    engine.call('sample.draw', { populationId, controlId, method: 'random', size: 60, reason: 'Measured' }),
  )
  const sample = await engine.call('sample.draw', {
    populationId,
    controlId,
    method: 'random',
    size: 60,
    reason: 'Measured',
  })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    sampleId: sample.sampleId,
    nature: 'inspection',
    text: 'Inspect.',
    attributes: [{ letter: 'A', text: 'Approved' }],
  })
  const results = await timed(500, (run) => {
    const item = sample.items[run % sample.items.length]
    const outcome = Math.floor(run / sample.items.length) % 2 === 0 ? ('pass' as const) : ('deviation' as const)
    return engine.call('result.record', {
      procedureId,
      sampleItemId: item?.sampleItemId ?? '',
      attribute: 'A',
      outcome,
    })
  })
  const verified = await timed(3, () => engine.call('journal.verify', { engagementId }))
  for (let count = 0; count < evidenceFiles; count += 1) {
    const evidence = join(engine.folder, `evidence-${count}.bin`) as FileRef
    await writeFile(evidence, randomBytes(evidenceBytes))
    await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file: evidence })
  }
  const exports = await timed(3, () =>
    engine.call('bundle.export', {
      engagementId,
      file: join(engine.folder, 'bundle.tickmark'),
      passphrase: 'an ordinary sentence of a test',
    }),
  )
  return [
    figureOf('import of 100,000 rows', imports, 'CSV of 4 columns, encrypted store'),
    figureOf('draw of 60 from 100,000', draws, 'with the check of the ids and the journal entry'),
    figureOf('one result recorded', results, 'durable: synchronous=FULL, journal entry and row in one transaction'),
    figureOf('journal.verify', verified, 'some 520 entries, with 300,000 population rows'),
    figureOf('export of 200 MB', exports, 'signed and encrypted, with fsync'),
  ]
}

function largeList(): string {
  const start = Date.UTC(2025, 9, 1)
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = new Date(start + Math.floor((row * 365) / rows) * 86_400_000).toISOString().slice(0, 10)
    return `CHG-${String(row).padStart(6, '0')},${day},system-${row % 6},person ${row % 40}`
  })
  return `change_id,deployed,system,author\n${lines.join('\n')}\n`
}
