import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { EntryBody } from '../shared/journal/entry.ts'
import { JournalWriter, type NewEntry } from './journal/append.ts'
import type { MergePlan } from './journal/planMerge.ts'
import { type CheckDepth, countEntries, tableProblems } from './check/tableProblems.ts'
import { checkOnCopy, copyVerified, type Original, dropCheckedCopy, keepBeforeMigration } from './copy.ts'
import { createTables, migrate, versionOf } from './migrate.ts'
import { currentVersion } from './migrations/index.ts'
import { BlobRanges } from './blobs/blobRanges.ts'
import { evidenceFolder } from './blobs/evidenceFolder.ts'
import { PopulationRows } from './populationRows.ts'
import { Reader } from './reader.ts'
import { SearchIndex } from './search/searchIndex.ts'
import { dropTurned, type KeyTurn, putTurnedInPlace, settleTurn, writeTurned } from './turnKey.ts'
import { type ReadOptions, StillFile } from './stillFile.ts'
import { UnsavedTexts } from './unsavedTexts.ts'
import { asStoreError, type Connection, openEncrypted } from './sqlite.ts'

/** Name of the encrypted file inside a store's folder. */
export const storeFileName = 'store.db'

/** Who a store is; written once. */
export type StoreIdentity = { storeId: string; deviceId: string; createdAt: string }

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex')
}

/** The tables of an open store: their connection, and their file as bytes. */
type OpenTables = { connection: Connection; still: StillFile }

/** An open store: one encrypted file, one connection, one way to write. */
export class Store {
  readonly folder: string
  readonly identity: StoreIdentity
  readonly reader: Reader
  readonly populationRows: PopulationRows
  readonly search: SearchIndex
  readonly unsaved: UnsavedTexts
  readonly #connection: Connection
  readonly #still: StillFile
  readonly #ranges: BlobRanges
  readonly #journal: JournalWriter

  private constructor(folder: string, { connection, still }: OpenTables, identity: StoreIdentity) {
    this.folder = folder
    this.identity = identity
    this.#connection = connection
    this.#still = still
    this.#ranges = new BlobRanges(evidenceFolder(folder))
    this.reader = new Reader(connection, this.#ranges)
    this.populationRows = new PopulationRows(connection)
    this.search = new SearchIndex(connection)
    this.unsaved = new UnsavedTexts(connection)
    this.#journal = new JournalWriter(connection, identity.deviceId, sha256Hex)
  }

  /** Creates the file of a new store. The folder exists, and holds none. */
  static create(folder: string, key: Buffer, identity: StoreIdentity): Store {
    const connection = openEncrypted(join(folder, storeFileName), key, 'create')
    createTables(connection)
    connection
      .prepare('INSERT INTO store (only, store_id, device_id, created_at) VALUES (1, ?, ?, ?)')
      .run(identity.storeId, identity.deviceId, identity.createdAt)
    return new Store(folder, { connection, still: new StillFile(connection) }, identity)
  }

  /**
   * Opens a store, bringing an older form to the newest after a verified copy of it was kept in `backups`.
   * @param at the instant, for the name of that copy
   * @throws DomainError `store.not_found`, `store.damaged`, `store.newer_version`, `store.in_use`
   */
  static async open(folder: string, key: Buffer, at: string): Promise<Store> {
    const file = join(folder, storeFileName)
    settleTurn(file, key)
    const connection = openEncrypted(file, key, 'open')
    const still = new StillFile(connection)
    try {
      await dropCheckedCopy(file)
      if (versionOf(connection) < currentVersion) await keepBeforeMigration({ connection, still, key }, { folder, at })
      migrate(connection)
      return new Store(folder, { connection, still }, readIdentity(connection))
    } catch (error) {
      connection.close()
      still.close()
      throw asStoreError(error)
    }
  }

  /** Runs a function as one transaction: all of its writes, or none. */
  transaction<T>(work: () => T): T {
    try {
      return this.#connection.transaction(work).immediate()
    } catch (error) {
      throw asStoreError(error)
    }
  }

  /** The one way to change what an auditor sees: an entry of the journal, and the tables as its fold. */
  append(entry: NewEntry): EntryBody {
    return this.#journal.append(entry)
  }

  /** Takes entries of other devices, inside the transaction in which the plan was made. @throws DomainError `bundle.refused_rows` */
  merge(plan: MergePlan): void {
    this.#journal.merge(plan)
  }

  /** Whether it is open: a job may find that it was locked meanwhile. */
  get isOpen(): boolean {
    return this.#connection.open
  }

  /** Registers an encrypted evidence file; the file itself is already safe on disk. */
  keepEvidenceFile({ sha256, storedName, key, size }: EvidenceFile): void {
    this.#connection
      .prepare('INSERT OR IGNORE INTO evidence_file (sha256, stored_name, key, size) VALUES (?, ?, ?, ?)')
      .run(sha256, storedName, key, size)
  }

  /** Keeps what a check of a file found; `null` where it is what its hash says. Of this store alone, so it is not journaled. */
  keepEvidenceCheck(sha256: string, checkedAt: string, problem: string | null): void {
    this.#connection
      .prepare('INSERT OR REPLACE INTO evidence_check (sha256, checked_at, problem) VALUES (?, ?, ?)')
      .run(sha256, checkedAt, problem)
  }

  /** Remembers a file outside of the store that is going to be written, or forgets it. Of this store alone, so it is not journaled. */
  noteUnfinished(path: string, isUnfinished: boolean): void {
    const sql = isUnfinished
      ? 'INSERT OR IGNORE INTO unfinished_file (path) VALUES (?)'
      : 'DELETE FROM unfinished_file WHERE path = ?'
    this.#connection.prepare(sql).run(path)
  }

  /** @returns files that were being written when the program ended */
  unfinishedFiles(): string[] {
    return this.reader.all<{ path: string }>('SELECT path FROM unfinished_file').map(({ path }) => path)
  }

  /** @returns where backups are kept and how many; nothing where nobody said it */
  backupPlan(): BackupPlanRow | undefined {
    return this.reader.one<BackupPlanRow>('SELECT folder, daily, weekly FROM backup_plan')
  }

  /** Keeps where backups are kept and how many. Of this store on this computer alone, so it is not journaled. */
  keepBackupPlan({ folder, daily, weekly }: BackupPlanRow): void {
    this.#connection
      .prepare('INSERT OR REPLACE INTO backup_plan (only, folder, daily, weekly) VALUES (1, ?, ?, ?)')
      .run(folder, daily, weekly)
  }

  /** @returns how many entries all journals of the store have */
  entryCount(): number {
    return countEntries(this.#connection)
  }

  /** Overwrites and removes the keys of files: nobody reads them again. Runs inside the caller's transaction. */
  shredEvidenceKeys(sha256s: readonly string[]): void {
    const overwrite = this.#connection.prepare('UPDATE evidence_file SET key = zeroblob(32) WHERE sha256 = ?')
    const remove = this.#connection.prepare('DELETE FROM evidence_file WHERE sha256 = ?')
    for (const sha256 of sha256s) {
      overwrite.run(sha256)
      remove.run(sha256)
    }
  }

  /** Leaves nothing of shredded keys: not in the write-ahead log, and not in what was kept for reading. */
  async forgetShredded(): Promise<void> {
    // Whoever copies the file has its key still; what waited in the log goes into it as the copy ends.
    await this.#still.settle()
    this.reader.forgetFiles()
  }

  /** @returns where an evidence file is and its key */
  evidenceFile(sha256: string): EvidenceFile | undefined {
    return this.#connection
      .prepare<[string], EvidenceFile>(
        'SELECT sha256, stored_name AS storedName, key, size FROM evidence_file WHERE sha256 = ?',
      )
      .get(sha256)
  }

  /** Whether an evidence file of this name on the disk is known. */
  holdsEvidenceFile(storedName: string): boolean {
    return (
      this.reader.count('SELECT count(*) AS n FROM evidence_file WHERE stored_name = @storedName', { storedName }) > 0
    )
  }

  /** @returns all evidence files, by hash */
  evidenceFiles(): EvidenceFile[] {
    return this.reader.all<EvidenceFile>(
      'SELECT sha256, stored_name AS storedName, key, size FROM evidence_file ORDER BY sha256',
    )
  }

  /**
   * Writes an encrypted copy with the same key to a file that does not exist, and reads it back, while the store is used.
   * @throws DomainError `store.damaged`, `store.locked`, `disk.full`, `disk.removed`, `file.unwritable`
   */
  async copyVerified(file: string, key: Buffer, options: ReadOptions): Promise<void> {
    await copyVerified(this.#original(key), file, options)
  }

  /**
   * Puts all tables under a new data key. This store is closed then, and the returned one is in its place. A crash at any moment
   * leaves one of the two, and the keyring says which.
   * @param handOn writes the keyring in between: from then on the new key counts
   * @throws DomainError `store.damaged`, `store.disk_full`, `store.write_failed`, and what `handOn` throws: the old key stays
   */
  turnKey(keys: KeyTurn, handOn: () => void): Store {
    writeTurned(this.#connection, this.folder, keys)
    try {
      handOn()
    } catch (error) {
      dropTurned(this.folder)
      throw error
    }
    this.close()
    const file = join(this.folder, storeFileName)
    putTurnedInPlace(file)
    const connection = openEncrypted(file, keys.to, 'open')
    return new Store(this.folder, { connection, still: new StillFile(connection) }, this.identity)
  }

  /** @returns the files whose key is from before the last {@link turnKey} */
  filesToTurn(): EvidenceFile[] {
    return this.reader.all<EvidenceFile>(
      'SELECT sha256, stored_name AS storedName, key, size FROM evidence_file WHERE to_turn = 1 ORDER BY sha256',
    )
  }

  /** Puts an encrypted file in the place of the one that has the same bytes under an older key. @returns whether it was still there */
  turnFile(before: EvidenceFile, { storedName, key }: EvidenceFile): boolean {
    const { changes } = this.#connection
      .prepare('UPDATE evidence_file SET stored_name = ?, key = ?, to_turn = 0 WHERE sha256 = ? AND stored_name = ?')
      .run(storedName, key, before.sha256, before.storedName)
    this.reader.forgetFiles()
    return changes === 1
  }

  /**
   * Has SQLite read the tables on a copy of their file, while the store is used.
   * @returns what is wrong with them; empty when nothing is
   * @throws DomainError `store.locked`, and where there is no room for the copy `disk.full`, `disk.removed`, `file.unwritable`
   */
  async checkOnCopy(key: Buffer, options: ReadOptions & { depth: CheckDepth }): Promise<string[]> {
    return checkOnCopy(this.#original(key), options)
  }

  /** The same on the file itself; nothing else is answered until it has ended. */
  checkInPlace(depth: CheckDepth): string[] {
    return tableProblems(this.#connection, depth)
  }

  #original(key: Buffer): Original {
    return { connection: this.#connection, still: this.#still, key }
  }

  close(): void {
    this.#ranges.close()
    this.#connection.close()
    this.#still.close()
  }
}

/** Where backups are kept, `null` for the store's own folder of them, and how many of days and of weeks. */
export type BackupPlanRow = { folder: string | null; daily: number; weekly: number }

/** An encrypted file of the store: evidence, or the rows of a population. */
export type EvidenceFile = { sha256: string; storedName: string; key: Buffer; size: number }

function readIdentity(connection: Connection): StoreIdentity {
  const identity = connection
    .prepare<[], StoreIdentity>('SELECT store_id AS storeId, device_id AS deviceId, created_at AS createdAt FROM store')
    .get()
  if (identity === undefined) throw new TypeError('The store has no identity')
  return identity
}
