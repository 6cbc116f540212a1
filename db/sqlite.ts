import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DomainError } from '../shared/errors/domainError.ts'

export type Connection = Database.Database

/** "Tick" in ASCII: tells a Tickmark store from any other SQLite file. */
export const applicationId = 0x5469636b

const plainHeader = 'SQLite format 3\0'
/** Since this release a WAL cannot lose a reset (fixed upstream in March 2026). */
const oldestSqlite = [3, 51, 3] as const

/** Pages that stay decrypted in memory, in KiB: a full engagement's papers, where SQLite's own 2 MiB are read again for every list. */
const cacheKiB = 64 * 1024

/**
 * Opens an encrypted SQLite file with its raw key, and refuses whatever is not one.
 * ChaCha20-Poly1305 authenticates every page: a flipped bit is an error, never other data.
 * @param key 32 bytes
 * @throws DomainError `store.damaged`, `store.in_use`, `store.folder_not_writable`, `store.write_failed`
 */
export function openEncrypted(file: string, key: Buffer, mode: 'create' | 'open'): Connection {
  if (mode === 'open') refusePlainOrEmpty(file)
  let connection: Connection | undefined
  try {
    connection = new Database(file, { fileMustExist: mode === 'open' })
    setUp(connection, key)
    return connection
  } catch (error) {
    connection?.close()
    throw asStoreError(error)
  }
}

/** Says cipher and key, before anything of the file is read. */
export function sayKey(connection: Connection, key: Buffer): void {
  connection.pragma(`cipher='chacha20'`)
  connection.pragma(`key="x'${key.toString('hex')}'"`)
}

function setUp(connection: Connection, key: Buffer): void {
  sayKey(connection, key)
  connection.pragma('locking_mode=EXCLUSIVE')
  connection.pragma('temp_store=MEMORY')
  connection.pragma('journal_mode=WAL')
  connection.pragma('synchronous=FULL')
  connection.pragma('foreign_keys=ON')
  connection.pragma('trusted_schema=OFF')
  connection.pragma('cell_size_check=ON')
  connection.pragma('mmap_size=0')
  connection.pragma(`cache_size=-${cacheKiB}`)
  connection.pragma('secure_delete=ON')
  if (connection.pragma('cipher', { simple: true }) !== 'chacha20') throw damaged('Its cipher is not the one expected.')
  requireSqlite(connection)
  takeLock(connection)
}

/** Exclusive locking begins with the first write lock; a second program has to fail now, not in the middle of its work. */
function takeLock(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE; COMMIT')
}

function requireSqlite(connection: Connection): void {
  const version = connection.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()?.v ?? '0'
  const found = version.split('.').map(Number)
  const difference = oldestSqlite.map((part, place) => (found[place] ?? 0) - part).find((part) => part !== 0) ?? 0
  if (difference < 0) throw damaged(`SQLite ${version} is too old.`)
}

/** SQLite takes an empty file for a healthy new database, and would read an unencrypted one without the key. */
function refusePlainOrEmpty(file: string): void {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) throw new DomainError('store.not_found')
  const head = Buffer.alloc(plainHeader.length)
  const descriptor = openSync(file, 'r')
  const read = readSync(descriptor, head)
  closeSync(descriptor)
  if (read < head.length) throw damaged('Its file is empty.')
  if (head.toString('latin1') === plainHeader) throw damaged('Its file is not encrypted.')
}

/** Whether another program, or another connection, has a store open; asked without its key. */
export function isOpenElsewhere(file: string): boolean {
  if (!existsSync(file)) return false
  const connection = new Database(file, { timeout: 0 })
  try {
    connection.pragma('schema_version')
    return false
  } catch (error) {
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
  } finally {
    connection.close()
  }
}

function damaged(problem: string): DomainError {
  return new DomainError('store.damaged', { problem })
}

/** @returns a driver's error as one of the store; a domain error stays as it is */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return new DomainError('store.in_use')
  if (error.code.startsWith('SQLITE_NOTADB')) return damaged('Its file cannot be read with its key.')
  if (error.code.startsWith('SQLITE_CORRUPT')) return damaged('A page of its file is not what was written.')
  if (error.code.startsWith('SQLITE_FULL')) return new DomainError('store.disk_full')
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code))
    return new DomainError('store.folder_not_writable', { reason: error.code })
  if (error.code.startsWith('SQLITE_IOERR')) return new DomainError('store.write_failed', { reason: error.code })
  return error
}

/** Whether the tables refused a row: a value that they do not allow, a missing one, or an id that is taken. */
export function isConstraintFault(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}
