import { existsSync } from 'node:fs'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { verifyBlob } from '../../../db/blobs/openBlob.ts'
import { checkTablesAside } from '../../../db/check/checkTablesAside.ts'
import { systemCode, writeFault } from '../../../db/disk/diskFault.ts'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { isOpenElsewhere } from '../../../db/sqlite.ts'
import { Store, storeFileName } from '../../../db/store.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { openKeyring } from '../keyring/keyring.ts'
import { changeKeyring, readKeyringFile, writeKeyringFile } from '../keyring/keyringFile.ts'
import type { Keyring } from '../keyring/keyringForm.ts'
import { unlockOf } from '../store/unlock.ts'
import { planOf } from './backupFolder.ts'
import { callWhole, putInPlace } from './putInPlace.ts'
import { copyDurably } from './writeBackup.ts'

type Restore = CheckedParamsOf<'store.restore'>

/** Where a backup is copied to before it counts: a crash leaves it to the next try. */
const copyName = '.restoring'

/**
 * Puts a backup in the place of a store. It is copied beside the store, opened with the key, and read to the end first; what was
 * there is kept aside. That the store is older than it was seen is said at its next opening, as after any older copy.
 * @throws DomainError as the contract of `store.restore` lists; then nothing was changed
 */
export async function restoreStore(params: Restore, context: JobContext): Promise<ResultOf<'store.restore'>> {
  const { backup, folder } = placesOf(params, context)
  if (!existsSync(join(backup, storeFileName)) || (await isOpenStore(backup, context)))
    throw new DomainError('backup.not_found')
  await putInPlace(folder)
  const keyring = await readKeyringFile(backup)
  const before = await presentKeyring(folder)
  if (before !== null && before.storeId !== keyring.storeId) throw new DomainError('backup.other_store')
  const { dataKey, signingKey } = await openKeyring(keyring, unlockOf(params))
  wipe(signingKey)
  const copy = join(folder, copyName)
  try {
    await mkdir(evidenceFolder(await emptied(copy)), { recursive: true, mode: 0o700 })
    await writeKeyringFile(copy, keyring)
    await copyDurably(join(backup, storeFileName), join(copy, storeFileName))
    const engagements = await copyFiles(
      backup,
      copy,
      Buffer.from(dataKey.buffer, dataKey.byteOffset, dataKey.byteLength),
      context,
    )
    await syncFolder(copy)
    await leave(folder, context)
    await keepMarks(folder, copy)
    await callWhole(folder, copy, context.now.at)
    return { folder, engagements, replaced: await putInPlace(folder) }
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw writeFault(error, folder)
  } finally {
    wipe(dataKey)
  }
}

function placesOf({ backup, name, folder }: Restore, { session, resolvePath }: JobContext) {
  if (backup === undefined && name === undefined) throw new DomainError('backup.not_found')
  // A name is that of a folder among the backups, never a way out of them.
  if (name !== undefined && /[/\\]|^\.+$/.test(name)) throw new DomainError('backup.not_found')
  return {
    backup: backup === undefined ? join(planOf(session.open.store).folder, name ?? '') : resolvePath(backup),
    folder: folder === undefined ? session.open.store.folder : resolvePath(folder),
  }
}

/** Whether a folder is that of the open store, whose file nobody may open and close beside it: its lock would go. */
async function isOpenStore(folder: string, { session }: JobContext): Promise<boolean> {
  return session.isOpen && (await realpath(folder)) === (await realpath(session.open.store.folder))
}

async function presentKeyring(folder: string): Promise<Keyring | null> {
  try {
    return await readKeyringFile(folder)
  } catch {
    return null
  }
}

/** What was seen of the store that is replaced, its locking included, stays remembered: it is older now, and says so. */
async function keepMarks(folder: string, copy: string): Promise<void> {
  const marks = (await presentKeyring(folder))?.marks
  if (marks !== undefined) changeKeyring(copy, (keyring) => ({ ...keyring, marks }), 'not kept')
}

async function emptied(folder: string): Promise<string> {
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return folder
  } catch (error) {
    throw new DomainError('store.folder_not_writable', { reason: systemCode(error) ?? 'unknown' })
  }
}

/** Copies the files that the tables know, and reads tables and files back. @returns how many engagements there are */
async function copyFiles(backup: string, copy: string, key: Buffer, context: JobContext): Promise<number> {
  const { now, progress, pause } = context
  const {
    problems: [problem],
  } = await checkTablesAside(join(copy, storeFileName), key, 'quick')
  if (problem !== undefined) throw new DomainError('backup.not_sound', { problem })
  const store = await Store.open(copy, key, now.at)
  try {
    const files = store.evidenceFiles()
    for (const [done, file] of files.entries()) {
      await pause()
      try {
        await copyDurably(join(evidenceFolder(backup), file.storedName), join(evidenceFolder(copy), file.storedName))
        await verifyBlob(evidenceFolder(copy), file)
      } catch (error) {
        const isLost =
          systemCode(error) === 'ENOENT' || (error instanceof DomainError && error.code.startsWith('blob.'))
        if (!isLost) throw error
        throw new DomainError('backup.not_sound', { problem: `The file ${file.storedName} is missing or damaged.` })
      }
      progress(done + 1, files.length, 'evidence')
    }
    await syncFolder(evidenceFolder(copy))
    return store.reader.list('engagement', {}).length
  } finally {
    store.close()
  }
}

/** The store that is replaced must be in nobody's hands, in this program or another. */
async function leave(folder: string, { session, jobs, jobId }: JobContext): Promise<void> {
  if (session.isOpen && resolve(session.open.store.folder) === resolve(folder)) {
    await jobs.standAlone(jobId)
    session.lock()
  }
  if (isOpenElsewhere(join(folder, storeFileName))) throw new DomainError('store.in_use')
}
