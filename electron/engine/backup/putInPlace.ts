import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../../db/disk/syncFolder.ts'
import { storeFileName } from '../../../db/store.ts'
import { keyringName, previousKeyringName } from '../keyring/keyringFile.ts'

const wholePrefix = '.restored-'

/** What belongs to the store before and has nothing in its place. */
const ofBefore = [`${storeFileName}-wal`, `${storeFileName}-shm`, `${storeFileName}.turned`, previousKeyringName]
/** What a backup puts in the place of what was there; the tables last, which tell that it is not done. */
const replaced = ['evidence', keyringName, storeFileName]

/** Calls a backup that was copied and checked whole: from here on it is what the folder holds, whatever is cut off. */
export async function callWhole(folder: string, copied: string, at: string): Promise<void> {
  await rename(copied, join(folder, `${wholePrefix}${at.slice(0, 23).replaceAll(/[^0-9]/g, '')}`))
  await syncFolder(folder)
}

/**
 * Puts a whole copy in the place of what the folder holds, which is kept aside. Every step can be cut off: the next opening goes
 * on with it.
 * @returns the name of the folder with what was there before, or `null` where nothing was
 */
export async function putInPlace(folder: string): Promise<string | null> {
  const whole = namesIn(folder).find((name) => name.startsWith(wholePrefix))
  if (whole === undefined) return null
  const aside = whole.replace(wholePrefix, 'replaced-')
  const isPending = existsSync(join(folder, whole, storeFileName))
  if (isPending) {
    for (const name of ofBefore) await putAside(folder, aside, name)
    for (const name of replaced) {
      if (!existsSync(join(folder, whole, name))) continue
      await putAside(folder, aside, name)
      await rename(join(folder, whole, name), join(folder, name))
    }
    await syncFolder(folder)
  }
  await rm(join(folder, whole), { recursive: true, force: true })
  return existsSync(join(folder, aside)) ? aside : null
}

async function putAside(folder: string, aside: string, name: string): Promise<void> {
  if (!existsSync(join(folder, name))) return
  await mkdir(join(folder, aside), { recursive: true, mode: 0o700 })
  await rename(join(folder, name), join(folder, aside, name))
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
