import { join } from 'node:path'

/** @returns the folder of a store's encrypted evidence files */
export function evidenceFolder(storeFolder: string): string {
  return join(storeFolder, 'evidence')
}
