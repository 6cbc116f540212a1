import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestEngine } from '../openTestEngine.ts'

/** Tables that are derived from others, or remember what a check found: a refused call may have brought them up to date. */
const derived = /^(sqlite_|search_|evidence_check$)/

/** @returns one hash over every row of a store and the names of its files: where each journal ends, and all that it says */
export async function storeDigest(engine: TestEngine): Promise<string> {
  const reader = engine.reader()
  const hash = createHash('sha256')
  const tables = reader.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  for (const { name } of tables.filter((table) => !derived.test(table.name))) {
    hash.update(`\n${name}\n`)
    for (const row of reader.each<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
      for (const cell of Object.values(row))
        hash.update(cell instanceof Uint8Array ? cell : `${typeof cell} ${String(cell)}\0`)
    }
  }
  const files = await readdir(join(engine.storeFolder, 'evidence'))
  return hash.update(files.toSorted().join('\n')).digest('hex')
}
