import type { EntryBody, StoredEntry } from '../../shared/journal/entry.ts'
import type { Statements } from '../statements.ts'

/** Adds an entry to the journal, and says which papers it touches. Entries of one device come in their order. */
export function insertEntry(statements: Statements, entry: EntryBody, { body, hash }: StoredEntry): void {
  const { engagementId, deviceId, seq, hlc, at, actorId, command } = entry
  const { lastInsertRowid } = statements
    .prepare(
      `INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(engagementId, deviceId, seq, hlc, at, actorId, command, body, hash)
  statements
    .prepare('INSERT OR REPLACE INTO journal_head (engagement_id, device_id, seq, hash, hlc) VALUES (?, ?, ?, ?, ?)')
    .run(engagementId, deviceId, seq, hash, hlc)
  const target = statements.prepare(
    'INSERT OR IGNORE INTO journal_target (engagement_id, entity, entity_id, position) VALUES (?, ?, ?, ?)',
  )
  const touched = new Map(entry.changes.map(({ entity, id }) => [`${entity}\n${id}`, { entity, id }]))
  for (const { entity, id } of touched.values()) target.run(engagementId, entity, id, lastInsertRowid)
}
