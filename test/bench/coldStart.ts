import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { onBenchDisplay, openBenchWindow } from './benchWindow.ts'
import { type Figure, figureOf } from './figures.ts'

const runs = 7

/** The least that Electron can show: one window with one heading. */
const emptyApplication = {
  'package.json': '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }',
  'main.cjs': `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow().loadFile(require('node:path').join(__dirname, 'index.html')))`,
  'index.html': '<!doctype html><title>Empty</title><h1>Tickmark</h1>',
}

/** From the start of the process to the first heading on the screen with an empty profile: Tickmark, and an empty window of Electron. */
export async function coldStart(): Promise<Figure[]> {
  const empty = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    for (const [name, text] of Object.entries(emptyApplication)) await writeFile(join(empty, name), text)
    return await onBenchDisplay(async () => [
      figureOf('start of an empty window', await starts(empty), 'Electron with one heading'),
      figureOf('start to the unlock screen', await starts(projectFolder), 'until a store can be chosen'),
    ])
  } finally {
    await rm(empty, { recursive: true, force: true })
  }
}

/** @returns the milliseconds of each start; closing is no part of them */
async function starts(application: string): Promise<number[]> {
  const durations: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
    const start = performance.now()
    const app = await openBenchWindow(folder, application)
    const page = await app.firstWindow()
    await page.getByRole('heading', { name: 'Tickmark' }).waitFor()
    durations.push(performance.now() - start)
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
  return durations
}
