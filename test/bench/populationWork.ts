import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { duckDbImport } from './duckDb.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const rows = 1_000_000
const runs = 3
const systems = ['billing', 'ledger', 'infra', 'payments', 'portal']

/** A population of a million rows by twelve columns: import beside sqlite3 and DuckDB, pages, finding, drawing beside Python's hashlib. */
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
  await writeList(file)
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const columns = { itemId: 'change_id', date: 'deployed_on', stratum: 'system', amount: 'amount' }
  const [own, bySqlite, byDuckDb]: [number[], number[], number[]] = [[], [], []]
  const importWithDuckDb = await duckDbImport()
  // Taking turns, so that a busy moment of the machine slows all of them.
  for (let run = 0; run < runs; run += 1) {
    const importOwn = () => engine.call('population.import', { engagementId, name: `Changes ${run}`, file, columns })
    bySqlite.push(...(await timed(1, () => importWithSqlite(engine.folder, file))))
    if (importWithDuckDb !== null) byDuckDb.push(...(await timed(1, () => importWithDuckDb(engine.folder, file))))
    own.push(...(await timed(1, importOwn)))
  }
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
  const resident = `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, the test tools among them`
  return [
    figureOf('import of 1,000,000 x 12', own, `encrypted, with the file as evidence; ${resident}`),
    figureOf('sqlite3 .import of the same file', bySqlite, 'plain database, in the same run'),
    ...(importWithDuckDb === null
      ? []
      : [figureOf('DuckDB read_csv of the same file', byDuckDb, 'plain database, all cores')]),
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

async function importWithSqlite(folder: string, file: string): Promise<void> {
  const database = join(folder, 'plain.db')
  execFileSync('sqlite3', [database, `.import --csv ${file} changes`])
  await rm(database)
}

/** Some 160 MB; the same list in every run. */
async function writeList(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write('change_id,deployed_on,system,title,author,approver,approved_on,environment,amount,ticket,commit,notes\n')
  const start = Date.UTC(2025, 9, 1)
  let commit = 1
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(start + Math.floor((row * 365) / rows) * 86_400_000).toISOString().slice(0, 10)
    commit = (commit * 48_271) % 0x7fff_ffff
    const id = String(row + 1).padStart(7, '0')
    const line = `CHG-${id},${day},${systems[row % 5]},"Change ${row}, part of release ${row % 50}",person${row % 300}@example.test,approver${row % 40}@example.test,${day},production,${row % 9973}.${String(row % 100).padStart(2, '0')},TCK-${(row * 7) % 999_983},${commit.toString(16).padStart(8, '0')}${id},routine deployment window ${row % 24}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
