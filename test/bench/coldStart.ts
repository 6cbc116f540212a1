import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { setup, teardown } from '../e2e/globalSetup.ts'
import { type Figure, figureOf, timed } from './figures.ts'

/** From the start of the process to the first painted content, in a real window with an empty profile. */
export async function coldStart(runs: number): Promise<Figure> {
  await setup()
  const durations = await timed(runs, open)
  await teardown()
  return figureOf('cold start to the unlock screen', durations, 'process start to the first heading on the screen')
}

async function open(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${folder}`, projectFolder],
    chromiumSandbox: !isRoot,
    cwd: projectFolder,
    env: { ...(process.env as Record<string, string>), TICKMARK_NODE: process.execPath },
  })
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Tickmark' }).waitFor()
  await app.close()
  await rm(folder, { recursive: true, force: true })
}
