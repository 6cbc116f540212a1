import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { checkTables, countEntries } from './check/tableProblems.ts'
import { requireSound } from './copy.ts'
import { syncFolderNow } from './disk/syncFolder.ts'
import { asStoreError, type Connection, openEncrypted, sayKey } from './sqlite.ts'

/** The tables under a new data key, whole and checked, before they take the place of the others. */
const turnedName = 'store.db.turned'

export type KeyTurn = { from: Buffer; to: Buffer }

/**
 * Writes the tables under a new key beside those under the old one, with every file marked to get a key of its own anew.
 * All at once: whatever was saved before is in it, and nothing is saved until it is in place.
 * @throws DomainError `store.damaged` where the copy is not sound, `store.disk_full`, `store.write_failed`; nothing is left then
 */
export function writeTurned(connection: Connection, folder: string, { from, to }: KeyTurn): void {
  const turned = join(folder, turnedName)
  const part = `${turned}.part`
  try {
    removeTables(part)
    connection.prepare('VACUUM INTO ?').run(part)
    turn(part, { from, to })
    requireSound(checkTables(part, to, 'quick'), part, countEntries(connection))
    flush(part)
    renameSync(part, turned)
    syncFolderNow(folder)
  } catch (error) {
    throw asStoreError(error)
  } finally {
    removeTables(part)
  }
}

/** Drops what {@link writeTurned} wrote: the old key stays the one. */
export function dropTurned(folder: string): void {
  rmSync(join(folder, turnedName), { force: true })
}

/** Puts the tables under the new key in the place of the others, which are closed. @param file of the store's tables */
export function putTurnedInPlace(file: string): void {
  // A log that a crash left belongs to the tables under the old key, and what it holds is in the new ones.
  for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  renameSync(join(dirname(file), turnedName), file)
  syncFolderNow(dirname(file))
}

/**
 * Ends what a crash cut off, when the store is opened: the keyring says which of the two keys counts.
 * @param key that the keyring gives
 */
export function settleTurn(file: string, key: Buffer): void {
  const turned = join(dirname(file), turnedName)
  removeTables(`${turned}.part`)
  if (!existsSync(turned)) return
  if (opens(turned, key)) putTurnedInPlace(file)
  else if (opens(file, key)) dropTurned(dirname(file))
}

function turn(file: string, { from, to }: KeyTurn): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    sayKey(copy, from)
    copy.pragma('temp_store=MEMORY')
    copy.pragma('secure_delete=ON')
    copy.pragma('synchronous=FULL')
    copy.exec('UPDATE evidence_file SET to_turn = 1')
    copy.pragma(`rekey="x'${to.toString('hex')}'"`)
  } finally {
    copy.close()
  }
}

function opens(file: string, key: Buffer): boolean {
  try {
    openEncrypted(file, key, 'open').close()
    return true
  } catch {
    return false
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function removeTables(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true })
}
