import { readdir, readFile } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/** @returns the process of the engine of a running application (on Linux, by the list of processes) */
export async function enginePid(app: ElectronApplication): Promise<number> {
  const parent = app.process().pid
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [words, state] = await Promise.all([read(name, 'cmdline'), read(name, 'stat')])
    // After the name in brackets: state, then the parent.
    const [, ownParent] = state.slice(state.lastIndexOf(')') + 2).split(' ')
    if (words.includes('engine.js') && Number(ownParent) === parent) return Number(name)
  }
  throw new Error('The application has no engine')
}

function read(pid: string, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
}
