import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DomainError } from '../shared/errors/domainError.ts'
import { checkTablesAside } from './check/checkTablesAside.ts'
import { type CheckDepth, countEntries, type TableCheck } from './check/tableProblems.ts'
import { writeFault } from './disk/diskFault.ts'
import { syncFolder } from './disk/syncFolder.ts'
import { writeDurably } from './disk/writeDurably.ts'
import { versionOf } from './migrate.ts'
import type { Connection } from './sqlite.ts'
import type { ReadOptions, StillFile } from './stillFile.ts'

/** An open store that is copied: its connection, its file, and its key, which the copy has as well. */
export type Original = { connection: Connection; still: StillFile; key: Buffer }

/**
 * Writes an encrypted copy of an open store with the same key, while it is used. The copy is durable, was opened and checked
 * before it gets its name. It is made of the file's bytes: SQLite's own backup does not work on an encrypted file, and
 * `VACUUM INTO` keeps whoever works waiting.
 * @throws DomainError `store.damaged` where the copy is not sound, `disk.full`, `disk.removed`, `file.unwritable`,
 * `store.locked` where the store was closed meanwhile; nothing is left then
 */
export async function copyVerified(original: Original, file: string, options: ReadOptions = {}): Promise<void> {
  const part = `${file}.part`
  const entries = countEntries(original.connection)
  try {
    requireSound(await copyAndCheck(original, part, { ...options, depth: 'quick' }), file, entries)
    await rename(part, file)
    await syncFolder(dirname(file))
  } finally {
    await removeTables(part)
  }
}

/**
 * Checks an open store on a copy of its file, which is removed again, so that nobody waits for it.
 * @returns what SQLite finds wrong
 * @throws DomainError as {@link copyVerified}
 */
export async function checkOnCopy(original: Original, options: ReadOptions & { depth: CheckDepth }): Promise<string[]> {
  const part = checkedCopyOf(original.connection.name)
  try {
    return (await copyAndCheck(original, part, options)).problems
  } finally {
    await removeTables(part)
  }
}

/** Removes what a check left that was cut off. @param file of the store's tables */
export async function dropCheckedCopy(file: string): Promise<void> {
  await removeTables(checkedCopyOf(file))
}

/** Keeps a verified copy of a store that is about to be brought to a newer form: `backups/of-form-1-<instant>.db`. */
export async function keepBeforeMigration(
  original: Original,
  { folder, at }: { folder: string; at: string },
): Promise<void> {
  const backups = join(folder, 'backups')
  await mkdir(backups, { recursive: true, mode: 0o700 })
  const file = join(
    backups,
    `of-form-${versionOf(original.connection)}-${at.replaceAll(/[^0-9]/g, '').slice(0, 17)}.db`,
  )
  if (!existsSync(file)) await copyVerified(original, file)
}

/** Requires that nothing is wrong with a copy, and that no entry is missing. @throws DomainError `store.damaged` */
export function requireSound({ problems, entries }: TableCheck, file: string, atLeast: number): void {
  if (problems.length > 0 || entries < atLeast)
    throw new DomainError('store.damaged', { problem: `The copy ${basename(file)} is not sound.` })
}

async function copyAndCheck(
  { still, key }: Original,
  part: string,
  { depth, ...options }: ReadOptions & { depth: CheckDepth },
): Promise<TableCheck> {
  await removeTables(part)
  try {
    await writeDurably(part, still.read(options))
  } catch (error) {
    throw writeFault(error, part)
  }
  return checkTablesAside(part, key, depth)
}

function checkedCopyOf(file: string): string {
  return `${file}.checked`
}

async function removeTables(file: string): Promise<void> {
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(`${file}${ending}`, { force: true })))
}
