import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onBenchDisplay, openBenchWindow } from './benchWindow.ts'
import { type Figure, figureOf, timed } from './figures.ts'

/** From the start of the process to the first painted content, in a real window with an empty profile. */
export async function coldStart(runs: number): Promise<Figure> {
  const durations = await onBenchDisplay(() => timed(runs, open))
  return figureOf('cold start to the unlock screen', durations, 'process start to the first heading on the screen')
}

async function open(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  const app = await openBenchWindow(folder)
  const page = await app.firstWindow()
  await page.getByRole('heading', { name: 'Tickmark' }).waitFor()
  await app.close()
  await rm(folder, { recursive: true, force: true })
}
