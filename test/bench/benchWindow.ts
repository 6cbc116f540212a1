import { _electron, type ElectronApplication } from '@playwright/test'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { hasDisplay, startDisplay } from '../e2e/display.ts'

/** Runs work that opens windows, on a screen in memory where the machine has none. */
export async function onBenchDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (hasDisplay()) return work()
  const display = await startDisplay()
  process.env['DISPLAY'] = display.name
  try {
    return await work()
  } finally {
    delete process.env['DISPLAY']
    await display.end()
  }
}

/**
 * The real application, as the tests open it.
 * @param userData a folder for what it keeps of its user
 * @param application another one, to compare with
 */
export async function openBenchWindow(userData: string, application = projectFolder): Promise<ElectronApplication> {
  const isRoot = process.getuid?.() === 0
  return _electron.launch({
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${userData}`, application],
    chromiumSandbox: !isRoot,
    cwd: projectFolder,
    env: { ...(process.env as Record<string, string>), TICKMARK_NODE: process.execPath },
  })
}
