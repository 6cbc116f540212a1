import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** As much of `@duckdb/node-api` as the import needs. */
type DuckDb = {
  DuckDBInstance: {
    create: (file: string) => Promise<{
      connect: () => Promise<{ run: (sql: string) => Promise<unknown>; closeSync: () => void }>
      closeSync: () => void
    }>
  }
}

/**
 * DuckDB is large and only a peer to compare with, so it is no dependency: `npm install --no-save @duckdb/node-api@1.5.6-r.1`
 * beside the project's own packages lets the bench run it.
 * @returns what imports a CSV file into a plain database in a folder; `null` where DuckDB is not installed
 */
export async function duckDbImport(): Promise<((folder: string, file: string) => Promise<void>) | null> {
  const module = '@duckdb/node-api'
  try {
    createRequire(import.meta.url).resolve(module)
  } catch {
    return null
  }
  const { DuckDBInstance } = (await import(module)) as DuckDb
  return async (folder, file) => {
    const database = join(folder, 'plain.duckdb')
    const instance = await DuckDBInstance.create(database)
    const connection = await instance.connect()
    await connection.run(`CREATE TABLE changes AS SELECT * FROM read_csv('${file}', all_varchar = true)`)
    connection.closeSync()
    instance.closeSync()
    await rm(database)
  }
}
