import { join } from 'node:path'

/** @returns the folder of a store's encrypted files: evidence, and the rows of populations */
export function evidenceFolder(storeFolder: string): string {
  return join(storeFolder, 'evidence')
}
