import type { Change } from '../../shared/journal/change.ts'
import { tick } from '../../shared/journal/clock.ts'
import { noPrevious, sealEntry, type EntryBody, type Sha256Hex } from '../../shared/journal/entry.ts'
import type { Connection } from '../sqlite.ts'
import { Statements } from '../statements.ts'
import { insertEntry } from './insertEntry.ts'
import type { MergePlan } from './planMerge.ts'
import { writeChanges } from './writeChanges.ts'
import { writeMerge } from './writeMerge.ts'

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
    insertEntry(this.#statements, entry, sealEntry(entry, this.#sha256))
    writeChanges(this.#statements, entry)
    return entry
  }

  /** Takes entries of other devices as a plan says. Runs inside the transaction in which the plan was made. */
  merge(plan: MergePlan): void {
    if (!this.#statements.inTransaction) throw new TypeError('Entries are merged inside a transaction')
    writeMerge(this.#statements, plan, this.#sha256)
  }

  #headsOf(engagementId: string): { deviceId: string; seq: number; hash: string; hlc: string }[] {
    return this.#statements
      .prepare('SELECT device_id AS deviceId, seq, hash, hlc FROM journal_head WHERE engagement_id = ?')
      .all(engagementId) as { deviceId: string; seq: number; hash: string; hlc: string }[]
  }
}
