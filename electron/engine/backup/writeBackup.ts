import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { verifyBlob } from '../../../db/blobs/openBlob.ts'
import { systemCode, writeFault } from '../../../db/disk/diskFault.ts'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { type EvidenceFile, storeFileName } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { keyringName } from '../keyring/keyringFile.ts'
import { tableProgress } from '../store/tableProgress.ts'
import { writeLabel } from './backupFolder.ts'

type Written = { folder: string; bytes: number; engagements: number }

/**
 * Writes a copy of the store, encrypted with the same key, into a new or empty folder: the folder can be opened like the
 * store itself. Tables and files are read back before the backup gets its name.
 * @param before the backup before it, on the same disk: files that it holds already are linked, since no file of a store ever changes
 * @throws DomainError `store.folder_not_empty`, `store.folder_not_writable`, `blob.missing`, `blob.damaged`, `disk.full`, `disk.removed`
 */
export async function writeBackup(folder: string, before: string | null, context: JobContext): Promise<Written> {
  const { store, session, progress, pause, now } = context
  const part = `${folder}.part`
  await requireEmpty(folder)
  const entries = store.entryCount()
  const engagements = store.reader.list('engagement', {}).length
  try {
    await rm(part, { recursive: true, force: true })
    await mkdir(evidenceFolder(part), { recursive: true, mode: 0o700 })
    // The keyring first: what it remembers of the journals is never more than the copy of the tables holds.
    await copyDurably(join(store.folder, keyringName), join(part, keyringName))
    await store.copyVerified(join(part, storeFileName), session.open.dataKey, {
      onProgress: tableProgress(context),
      signal: context.signal,
    })
    await pause()
    const files = store.evidenceFiles()
    for (const [done, file] of files.entries()) {
      await pause()
      await takeFile(file, { from: evidenceFolder(store.folder), to: evidenceFolder(part), before })
      progress(done + 1, files.length, 'evidence')
    }
    await syncFolder(evidenceFolder(part))
    await writeLabel(part, { storeId: store.identity.storeId, takenAt: now.at, engagements, entries })
    await syncFolder(part)
    await rm(folder, { recursive: true, force: true })
    await rename(part, folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw writeFault(error, folder)
  }
  const { size } = await stat(join(folder, storeFileName))
  return { folder, bytes: size, engagements }
}

/** Copies a file and makes it durable. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function takeFile(
  file: EvidenceFile,
  { from, to, before }: { from: string; to: string; before: string | null },
): Promise<void> {
  if (before !== null && (await linked(join(evidenceFolder(before), file.storedName), join(to, file.storedName))))
    return
  await copyDurably(join(from, file.storedName), join(to, file.storedName)).catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT' ? new DomainError('blob.missing', { storedName: file.storedName }) : error
  })
  await verifyBlob(to, file)
}

/** A disk that knows no links, or a backup without the file, is no fault: then it is copied. */
async function linked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name)
    return true
  } catch {
    return false
  }
}

async function requireEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length > 0) throw new DomainError('store.folder_not_empty')
  } catch (error) {
    if (error instanceof DomainError) throw error
    if (systemCode(error) !== 'ENOENT')
      throw new DomainError('store.folder_not_writable', { reason: systemCode(error) ?? 'unknown' })
  }
}
