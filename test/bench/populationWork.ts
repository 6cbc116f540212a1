import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'
import { columns, rows, writeMillionRows } from './millionRows.ts'

const runs = 3

/** A population of a million rows by twelve columns: pages, finding, drawing beside Python's hashlib. */
export async function populationWork(): Promise<Figure[]> {
  const engine = await openTestEngine()
  try {
    return await measure(engine)
  } finally {
    await engine.close()
  }
}

async function measure(engine: TestEngine): Promise<Figure[]> {
  const file = join(engine.folder, 'million.csv') as FileRef
  await writeMillionRows(file)
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  await engine.call('population.import', { engagementId, name: 'Changes', file, columns })
  const { populations } = await engine.call('population.list', { engagementId })
  const populationId = populations[0]?.populationId ?? ''
  const at = (run: number) => (run * 7919 * 97) % (rows - 100)
  const page = (run: number, choice: object) =>
    engine.call('population.items', { populationId, offset: at(run), limit: 100, ...choice })
  const pages = await timed(200, (run) => page(run, {}))
  const found = await timed(runs, (run) => engine.call('population.find', { populationId, query: `person${run}@` }))
  const sort = { column: 'commit' }
  const sorted = await timed(1, () => engine.call('population.find', { populationId, sort }))
  const sortedPages = await timed(200, (run) => page(run, { sort }))
  const concluded = await timed(1, () =>
    engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' }),
  )
  const { controlId } = await engine.call('control.save', {
    engagementId,
    ref: 'CHG-01',
    title: 'Changes',
    criteria: ['CC8.1'],
    description: 'Two people approve.',
    frequency: 'multiple_daily',
    type: 'manual',
    nature: 'preventive',
  })
  const draws = await timed(runs, () =>
    engine.call('sample.draw', { populationId, controlId, method: 'random', size: 60, reason: 'Measured' }),
  )
  const python = await timed(runs, async () => void execFileSync('python3', ['-c', hashlib]))
  return [
    figureOf('page of 100 rows', pages, 'anywhere in file order'),
    figureOf('find a text', found, 'every cell looked at'),
    figureOf('order by a column', sorted, 'texts, all different'),
    figureOf('page of 100 ordered rows', sortedPages, 'each row from another block'),
    figureOf('conclude on 1,000,000', concluded, 'ids hashed'),
    figureOf('draw of 60 from 1,000,000', draws, 'with the check of the ids and the journal entry'),
    figureOf('python hashlib, the same tickets', python, 'hashing alone, start of Python included'),
  ]
}

const hashlib = `
import hashlib, heapq
print(heapq.nsmallest(60, (hashlib.sha256(('48203571096612834477,CHG-%07d' % i).encode()).hexdigest() for i in range(${rows})))[0])
`
