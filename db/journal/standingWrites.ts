import type { JsonValue } from '../../shared/journal/change.ts'
import type { EntryBody } from '../../shared/journal/entry.ts'
import type { EntityState, Write } from '../../shared/journal/fold.ts'
import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import type { Reader } from '../reader.ts'

/** Entries that are kept read: a draw writes thousands of papers in one. */
const keptEntries = 64

type VersionRow = { field: string; deviceId: string; seq: number; hlc: string }

/** An entry, and its values by paper and field. */
type ReadEntry = { entry: EntryBody; values: Map<string, JsonValue> }

/** The writes that stand in a store, field by field. Their values and what their authors knew are read when asked for. */
export class StandingWrites {
  readonly #reader: Reader
  readonly #engagementId: string
  readonly #entries = new Map<string, ReadEntry>()

  constructor(reader: Reader, engagementId: string) {
    this.#reader = reader
    this.#engagementId = engagementId
  }

  /** @returns the state of each field of a paper that was ever written; empty for one that is not there */
  of(entity: string, id: string): EntityState {
    const engagementId = this.#engagementId
    const versions = this.#reader.all<VersionRow>(
      `SELECT field, device_id AS deviceId, seq, hlc FROM field_version
       WHERE engagement_id = @engagementId AND entity = @entity AND entity_id = @id`,
      { engagementId, entity, id },
    )
    const fields: EntityState = new Map()
    for (const version of versions) {
      fields.set(version.field, [...(fields.get(version.field) ?? []), this.#write(entity, id, version)])
    }
    return fields
  }

  /** @returns an entry of the store @throws TypeError where there is none */
  entry(deviceId: string, seq: number): EntryBody {
    return this.#read(deviceId, seq).entry
  }

  #write(entity: string, id: string, { field, deviceId, seq, hlc }: VersionRow): Write {
    const read = () => this.#read(deviceId, seq)
    return {
      deviceId,
      seq,
      hlc,
      get heads() {
        return read().entry.heads
      },
      get value() {
        return read().values.get(placeOf(entity, id, field)) ?? null
      },
    }
  }

  #read(deviceId: string, seq: number): ReadEntry {
    const key = `${seq} ${deviceId}`
    const known = this.#entries.get(key)
    if (known !== undefined) return known
    const stored = this.#reader.one<{ body: string }>(
      'SELECT body FROM journal_entry WHERE engagement_id = @engagementId AND device_id = @deviceId AND seq = @seq',
      { engagementId: this.#engagementId, deviceId, seq },
    )
    const entry = readEntryBody(stored?.body ?? '')
    if (entry === null) throw new TypeError('A journal entry cannot be read')
    const values = new Map(entry.changes.map(({ entity, id, field, value }) => [placeOf(entity, id, field), value]))
    const read = { entry, values }
    const [oldest] = this.#entries.keys()
    if (this.#entries.size >= keptEntries && oldest !== undefined) this.#entries.delete(oldest)
    this.#entries.set(key, read)
    return read
  }
}

function placeOf(entity: string, id: string, field: string): string {
  return `${entity}\n${field}\n${id}`
}
