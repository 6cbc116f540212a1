import { homedir } from 'node:os'
import { join } from 'node:path'

/** @returns the folder for what development downloads once and keeps, by the habit of the platform */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'tickmark-dev')
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'tickmark-dev')
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tickmark-dev')
}
