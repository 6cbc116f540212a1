import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBuiltHost } from './builtHost.ts'
import { duckDbImport } from './duckDb.ts'
import { type Figure, figureOf, timed } from './figures.ts'
import { columns, writeMillionRows } from './millionRows.ts'

const runs = 5

/** Import of a million rows by twelve columns through the built headless host, beside sqlite3 and DuckDB, in turns. */
export async function importWork(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(folder: string): Promise<Figure[]> {
  const file = join(folder, 'million.csv')
  await writeMillionRows(file)
  const host = await openBuiltHost(folder)
  const { engagementId } = await host.call<{ engagementId: string }>('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  const atUnlock = await host.mostMemory()
  const [own, bySqlite, byDuckDb]: [number[], number[], number[]] = [[], [], []]
  const importWithDuckDb = await duckDbImport()
  // Taking turns, so that a busy moment of the machine slows all of them.
  for (let run = 0; run < runs; run += 1) {
    bySqlite.push(...(await timed(1, () => importWithSqlite(folder, file))))
    if (importWithDuckDb !== null) byDuckDb.push(...(await timed(1, () => importWithDuckDb(folder, file))))
    own.push(
      ...(await timed(1, () =>
        host.call('population.import', { engagementId, name: `Changes ${run}`, file, columns }),
      )),
    )
  }
  const memory = `${await host.mostMemory()} MB at most, ${atUnlock} MB of it to unlock`
  await host.close()
  return [
    figureOf('import of 1,000,000 x 12', own, `encrypted, with the file as evidence; ${memory}`),
    figureOf('sqlite3 .import of the same file', bySqlite, 'plain database, in the same run'),
    ...(importWithDuckDb === null
      ? []
      : [figureOf('DuckDB read_csv of the same file', byDuckDb, 'plain database, all cores')]),
  ]
}

async function importWithSqlite(folder: string, file: string): Promise<void> {
  const database = join(folder, 'plain.db')
  execFileSync('sqlite3', [database, `.import --csv ${file} changes`])
  await rm(database)
}
