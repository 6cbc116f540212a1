import Database from 'better-sqlite3'
import type { IncomingEntry } from '../shared/journal/incoming.ts'
import { BlobRanges } from './blobs/blobRanges.ts'
import { JournalWriter } from './journal/append.ts'
import { planMerge } from './journal/planMerge.ts'
import { createTables } from './migrate.ts'
import { Reader } from './reader.ts'
import { asStoreError, type Connection } from './sqlite.ts'
import { sha256Hex } from './store.ts'

/**
 * The tables of a store in memory, for what is read and not kept: a bundle as the queries of a store see it. Nothing of it is on a
 * disk, and it holds no files: evidence and rows of populations stay in the bundle.
 */
export class MemoryStore {
  readonly reader: Reader
  readonly #connection: Connection

  constructor() {
    this.#connection = new Database(':memory:')
    this.#connection.pragma('temp_store=MEMORY')
    this.#connection.pragma('trusted_schema=OFF')
    createTables(this.#connection)
    this.reader = new Reader(this.#connection, new BlobRanges(''))
  }

  /** Folds entries that were verified. @throws DomainError `bundle.refused_rows` for papers that the tables cannot hold */
  take(engagementId: string, entries: readonly IncomingEntry[]): void {
    const journal = new JournalWriter(this.#connection, 'reading', sha256Hex)
    try {
      this.#connection.transaction(() => journal.merge(planMerge(this.reader, engagementId, entries))).immediate()
    } catch (error) {
      throw asStoreError(error)
    }
  }

  close(): void {
    this.#connection.close()
  }
}
