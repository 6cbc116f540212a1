import { expect } from 'vitest'
import type { Connection } from '../../db/sqlite.ts'
import { sha256Hex } from '../../db/store.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { type EntryBody, sealEntry } from '../../shared/journal/entry.ts'
import type { CompleteFile } from './completeFile.ts'
import { at } from './fieldwork.ts'
import { testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

/** Works on the tables behind the program's back, who can read them, and opens the store again. */
export async function attackStore(
  { engine }: CompleteFile,
  work: (connection: Connection) => unknown,
): Promise<ResultOf<'store.open'>> {
  await engine.call('store.lock', {})
  await withOutsideTool(engine.storeFolder, (connection) => {
    expect(connection.prepare('SELECT client FROM engagement').pluck().get()).toBe('Meridian Ledger')
    work(connection)
  })
  return engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
}

/** @returns what gives a field another value wherever an entry sets it, of one row or of all */
export function withField(entity: string, field: string, value: string, id?: string): (entry: EntryBody) => EntryBody {
  return (entry) => ({
    ...entry,
    changes: entry.changes.map((change) =>
      change.entity === entity && change.field === field && (id ?? change.id) === change.id
        ? { ...change, value }
        : change,
    ),
  })
}

/** Changes entries and computes every hash after them again, as whoever has the key of the store can. */
export function rewriteChain(connection: Connection, change: (entry: EntryBody) => EntryBody): void {
  const rows = connection
    .prepare(`SELECT position, body FROM journal_entry WHERE engagement_id = (SELECT id FROM engagement) ORDER BY seq`)
    .all() as { position: number; body: string }[]
  let prev = (JSON.parse(at(rows, 0).body) as EntryBody).prev
  for (const { position, body } of rows) {
    const sealed = sealEntry({ ...change(JSON.parse(body) as EntryBody), prev }, sha256Hex)
    connection
      .prepare('UPDATE journal_entry SET body = ?, hash = ? WHERE position = ?')
      .run(sealed.body, sealed.hash, position)
    prev = sealed.hash
  }
  connection.prepare('UPDATE journal_head SET hash = ? WHERE engagement_id = (SELECT id FROM engagement)').run(prev)
}
