import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** @returns where files of a bundle lie, encrypted under keys that only memory has, until the bundle is accepted */
export function stagingFolder(storeFolder: string): string {
  return join(storeFolder, 'staging')
}

/** Removes what a crash left of an import. Nothing is being imported while a store is opened. */
export async function clearStaging(storeFolder: string): Promise<void> {
  await rm(stagingFolder(storeFolder), { recursive: true, force: true })
}
