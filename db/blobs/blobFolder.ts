import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { systemCode, writeFault } from '../disk/diskFault.ts'
import { syncFolder } from '../disk/syncFolder.ts'
import { blobPath, isStoredName, partEnding } from './blobFile.ts'

/**
 * Moves files that were put into a staging folder on the same disk into the store's folder, durably. The rows follow after it.
 * @throws DomainError `file.unwritable`, `disk.full`, `disk.removed`; what was moved stays, to be swept
 */
export async function adoptBlobs(staging: string, folder: string, storedNames: readonly string[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await Promise.all(storedNames.map(async (name) => rename(blobPath(staging, name), blobPath(folder, name))))
    await syncFolder(folder)
  } catch (error) {
    throw writeFault(error, folder)
  }
}

/** Removes files whose row was not committed. A name that is not there is no error. */
export async function discardBlobs(folder: string, storedNames: readonly string[]): Promise<void> {
  await Promise.all(storedNames.map(async (name) => rm(blobPath(folder, name), { force: true })))
}

/**
 * Removes what a crash left: files written only in part, and files that no row knows. Call it when the store has just been
 * opened and nothing is being imported. Files that are not ours are left alone.
 * @param isKnown whether a row holds this stored name
 * @returns the removed names
 */
export async function sweepBlobs(folder: string, isKnown: (storedName: string) => boolean): Promise<string[]> {
  const removed = (await namesIn(folder)).filter((name) => {
    const isPart = name.endsWith(partEnding) && isStoredName(name.slice(0, -partEnding.length))
    return isPart || (isStoredName(name) && !isKnown(name))
  })
  await Promise.all(removed.map(async (name) => rm(path.join(folder, name), { force: true })))
  return removed
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
