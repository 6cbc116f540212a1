import Database from 'better-sqlite3'
import { BlobRanges } from './blobs/blobRanges.ts'
import { JournalWriter } from './journal/append.ts'
import { planMerge } from './journal/planMerge.ts'
import type { IncomingEntry } from '../shared/journal/incoming.ts'
import { createTables } from './migrate.ts'
import { Reader } from './reader.ts'
import { asStoreError, type Connection } from './sqlite.ts'
import { sha256Hex } from './store.ts'

/**
 * The tables of one engagement in memory, folded from entries that were verified: what a bundle says, read with the queries of a
 * store. Nothing of it is on a disk, and it holds no files: evidence and rows of populations stay in the bundle.
 */
export class MemoryStore {
  readonly reader: Reader
  readonly #connection: Connection
  readonly #ranges: BlobRanges

  private constructor(connection: Connection) {
    this.#connection = connection
    this.#ranges = new BlobRanges('')
    this.reader = new Reader(connection, this.#ranges)
  }

  /** @throws DomainError `bundle.refused_rows` for papers that the tables cannot hold */
  static of(engagementId: string, entries: readonly IncomingEntry[]): MemoryStore {
    const connection = new Database(':memory:')
    try {
      connection.pragma('temp_store=MEMORY')
      connection.pragma('trusted_schema=OFF')
      createTables(connection)
      const content = new MemoryStore(connection)
      const journal = new JournalWriter(connection, 'reading', sha256Hex)
      connection.transaction(() => journal.merge(planMerge(content.reader, engagementId, entries))).immediate()
      return content
    } catch (error) {
      connection.close()
      throw asStoreError(error)
    }
  }

  close(): void {
    this.#ranges.close()
    this.#connection.close()
  }
}
