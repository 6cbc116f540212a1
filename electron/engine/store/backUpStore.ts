import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode, writeFault } from '../../../db/disk/diskFault.ts'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { storeFileName } from '../../../db/store.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { keyringName } from '../keyring/keyringFile.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'

/**
 * Writes a copy of the store, encrypted with the same key, into a new or empty folder: the folder can be opened like the
 * store itself. The copy of the tables is opened and checked before the backup gets its name.
 * @throws DomainError `store.folder_not_empty`, `store.folder_not_writable`, `disk.full`, `disk.removed`
 */
export async function backUpStore(
  params: CheckedParamsOf<'store.backup'>,
  context: JobContext,
): Promise<ResultOf<'store.backup'>> {
  const { store, session, resolvePath, progress, pause } = context
  const folder = resolvePath(params.folder)
  const part = `${folder}.part`
  await requireEmpty(folder)
  try {
    await rm(part, { recursive: true, force: true })
    await mkdir(evidenceFolder(part), { recursive: true, mode: 0o700 })
    // The keyring first: what it remembers of the journals is never more than the copy of the tables holds.
    await copyFile(join(store.folder, keyringName), join(part, keyringName))
    await store.copyVerified(join(part, storeFileName), session.open.dataKey)
    const names = store.evidenceFiles().map(({ storedName }) => storedName)
    for (const [done, name] of names.entries()) {
      await copyFile(join(evidenceFolder(store.folder), name), join(evidenceFolder(part), name))
      progress(done + 1, names.length, 'evidence')
      await pause()
    }
    await rm(folder, { recursive: true, force: true })
    await rename(part, folder)
    await syncFolder(join(folder, '..'))
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw writeFault(error, folder)
  }
  const { size } = await stat(join(folder, storeFileName))
  return { folder, bytes: size, engagements: store.reader.list('engagement', {}).length }
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
