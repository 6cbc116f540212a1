import type { Change } from '../../shared/journal/change.ts'
import { tick } from '../../shared/journal/clock.ts'
import { noPrevious, sealEntry, type EntryBody, type Sha256Hex } from '../../shared/journal/entry.ts'
import type { Connection } from '../sqlite.ts'
import { Statements } from '../statements.ts'
import { writeChanges } from './writeChanges.ts'

/** What a command adds to the journal. */
export type NewEntry = {
  engagementId: string
  actorId: string
  command: string
  changes: readonly Change[]
  /** The instant by this device's clock: milliseconds since 1970, and as it is shown, with its offset. */
  now: { milliseconds: number; at: string }
}

/** The journal's pen: one for each open store. */
export class JournalWriter {
  readonly #statements: Statements
  readonly #deviceId: string
  readonly #sha256: Sha256Hex

  constructor(connection: Connection, deviceId: string, sha256: Sha256Hex) {
    this.#statements = new Statements(connection)
    this.#deviceId = deviceId
    this.#sha256 = sha256
  }

  /** Writes the entry and brings the tables to its state. Runs inside the caller's transaction, or both would not be one. */
  append({ engagementId, actorId, command, changes, now }: NewEntry): EntryBody {
    if (!this.#statements.inTransaction) throw new TypeError('An entry is written inside a transaction')
    const heads = this.#headsOf(engagementId)
    const own = heads.find((head) => head.deviceId === this.#deviceId)
    const latest = heads.reduce<string | null>(
      (best, head) => (best === null || head.hlc > best ? head.hlc : best),
      null,
    )
    const entry: EntryBody = {
      engagementId,
      deviceId: this.#deviceId,
      seq: (own?.seq ?? 0) + 1,
      hlc: tick(latest, now.milliseconds, this.#deviceId),
      at: now.at,
      actorId,
      command,
      heads: Object.fromEntries(heads.filter((head) => head !== own).map((head) => [head.deviceId, head.seq])),
      changes: [...changes],
      prev: own?.hash ?? noPrevious,
    }
    const { body, hash } = sealEntry(entry, this.#sha256)
    this.#insert(entry, body, hash)
    writeChanges(this.#statements, entry)
    return entry
  }

  #headsOf(engagementId: string): { deviceId: string; seq: number; hash: string; hlc: string }[] {
    return this.#statements
      .prepare('SELECT device_id AS deviceId, seq, hash, hlc FROM journal_head WHERE engagement_id = ?')
      .all(engagementId) as { deviceId: string; seq: number; hash: string; hlc: string }[]
  }

  #insert(entry: EntryBody, body: string, hash: string): void {
    const { engagementId, deviceId, seq, hlc, at, actorId, command } = entry
    const { lastInsertRowid } = this.#statements
      .prepare(
        `INSERT INTO journal_entry (engagement_id, device_id, seq, hlc, at, actor_id, command, body, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(engagementId, deviceId, seq, hlc, at, actorId, command, body, hash)
    this.#statements
      .prepare('INSERT OR REPLACE INTO journal_head (engagement_id, device_id, seq, hash, hlc) VALUES (?, ?, ?, ?, ?)')
      .run(engagementId, deviceId, seq, hash, hlc)
    const target = this.#statements.prepare(
      'INSERT OR IGNORE INTO journal_target (engagement_id, entity, entity_id, position) VALUES (?, ?, ?, ?)',
    )
    for (const { entity, id } of entry.changes) target.run(engagementId, entity, id, lastInsertRowid)
  }
}
