import { lstat, opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readFault, systemCode } from '../../../db/disk/diskFault.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { isExchangeFileName, isOwnPart } from './fileNames.ts'

/** A folder with more names was not made for exchange. */
const mostNames = 100_000

/** What lies in an exchange folder. */
export type Listing = {
  /** Files of the engagement, by name. */
  files: { name: string; bytes: number }[]
  /** Names that are none of the engagement's. */
  foreign: number
}

/** @throws DomainError `exchange.no_folder` */
export function loadFolder(reader: Reader, engagementId: string): EntityRow<'exchangeFolder'> {
  const folder = reader.get('exchangeFolder', engagementId)
  if (folder === undefined) throw new DomainError('exchange.no_folder')
  return folder
}

/** @throws DomainError `exchange.folder_unreadable`, `disk.removed` */
export async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw folderFault(error, path)
  })
  if (!found.isDirectory()) throw new DomainError('exchange.folder_unreadable', { reason: 'ENOTDIR' })
}

/**
 * Looks at a folder, and removes what a crash of this device left there half written.
 * @throws DomainError `exchange.folder_unreadable`, `exchange.too_many_files`, `disk.removed`
 */
export async function listFolder(path: string, engagementId: string, deviceId: string): Promise<Listing> {
  const names: string[] = []
  try {
    for await (const { name } of await opendir(path)) {
      if (names.push(name) > mostNames) throw new DomainError('exchange.too_many_files', { limit: mostNames })
    }
    await Promise.all(
      names
        .filter((name) => isOwnPart(engagementId, deviceId, name))
        .map(async (name) => rm(join(path, name), { force: true })),
    )
  } catch (error) {
    throw folderFault(error, path)
  }
  const ours = names.filter((name) => isExchangeFileName(engagementId, name)).toSorted()
  const files = await Promise.all(ours.map(async (name) => ({ name, bytes: await bytesOf(join(path, name)) })))
  return { files, foreign: names.length - ours.length }
}

/** What cannot be looked at is told when it is opened. */
const bytesOf = (file: string): Promise<number> =>
  lstat(file).then(
    ({ size }) => size,
    () => 0,
  )

function folderFault(error: unknown, path: string): unknown {
  const fault = readFault(error, path)
  return fault instanceof DomainError && fault.code === 'file.unreadable'
    ? new DomainError('exchange.folder_unreadable', { reason: systemCode(error) ?? '?' })
    : fault
}
