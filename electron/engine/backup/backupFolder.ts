import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { systemCode } from '../../../db/disk/diskFault.ts'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { writeDurably } from '../../../db/disk/writeDurably.ts'
import type { Store } from '../../../db/store.ts'
import { replacedBackups, usuallyKept } from '../../../shared/backup/rotation.ts'
import type { Backup } from '../../../shared/contract/backup.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

const labelName = 'backup.json'
const longestLabel = 4096
const removing = '.removing'

/** What a backup says of itself without a key: nothing of a client. */
const Label = z.strictObject({
  format: z.literal('tickmark-backup'),
  version: z.literal(1),
  storeId: z.string().max(200),
  takenAt: z.iso.datetime({ offset: true }),
  engagements: z.int(),
  entries: z.int(),
})
type Label = z.infer<typeof Label>

export type BackupPlan = { folder: string; daily: number; weekly: number; isOwn: boolean }

/** @returns where the backups of a store are, and how many are kept */
export function planOf(store: Store): BackupPlan {
  const plan = store.backupPlan()
  return {
    ...usuallyKept,
    ...plan,
    folder: plan?.folder ?? ownBackups(store.folder),
    isOwn: (plan?.folder ?? null) === null,
  }
}

/** @returns the folder of backups inside a store's own folder */
export function ownBackups(storeFolder: string): string {
  return join(storeFolder, 'backups')
}

/** @returns a name that sorts by time and tells stores apart that share a folder */
export function backupName(storeId: string, at: string): string {
  return `tickmark-${storeId.slice(0, 8)}-${at.slice(0, 23).replaceAll(/[^0-9]/g, '')}`
}

/** Writes what a backup says of itself, as the last of its files. */
export async function writeLabel(folder: string, label: Omit<Label, 'format' | 'version'>): Promise<void> {
  const text = JSON.stringify({ format: 'tickmark-backup', version: 1, ...label }, null, 2)
  await writeDurably(join(folder, labelName), [Buffer.from(`${text}\n`)])
}

/**
 * @param storeId of the store whose backups are asked for; of every store without it
 * @returns the backups in a folder, the latest first; what is none, or not whole, is left out
 * @throws DomainError `store.folder_not_writable` where the folder cannot be read
 */
export async function listBackups(folder: string, storeId?: string): Promise<Backup[]> {
  const labels = await Promise.all(
    (await foldersIn(folder)).map(async (name) => ({ name, label: await labelOf(join(folder, name)) })),
  )
  return labels
    .flatMap(({ name, label }) => {
      if (label === null || name.endsWith(removing) || (storeId !== undefined && storeId !== label.storeId)) return []
      const { takenAt, engagements, entries } = label
      return [{ name, takenAt, engagements, entries }]
    })
    .toSorted((one, other) => Date.parse(other.takenAt) - Date.parse(one.takenAt))
}

/**
 * Removes backups that newer ones took the place of, and what earlier tries left. A backup that is being removed no longer
 * counts as one.
 * @param written the name of the one that was just taken
 * @returns how many were removed
 */
export async function removeReplaced(
  { folder, ...kept }: BackupPlan,
  storeId: string,
  written: string,
): Promise<number> {
  const replaced = replacedBackups(await listBackups(folder, storeId), kept, written)
  for (const name of replaced) await rename(join(folder, name), join(folder, `${name}${removing}`))
  const left = (await foldersIn(folder)).filter((name) => /^tickmark-.*\.(removing|part)$/.test(name))
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
  return replaced.length
}

/** Makes the folder of backups. @throws DomainError `store.folder_not_writable` */
export async function makeBackupFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(folder)
  } catch (error) {
    throw new DomainError('store.folder_not_writable', { reason: systemCode(error) ?? 'unknown' })
  }
}

async function labelOf(folder: string): Promise<Label | null> {
  const file = join(folder, labelName)
  try {
    if ((await stat(file)).size > longestLabel) return null
    const parsed = Label.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success && !basename(folder).endsWith('.part') ? parsed.data : null
  } catch {
    return null
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw new DomainError('store.folder_not_writable', { reason: systemCode(error) ?? 'unknown' })
  }
}
