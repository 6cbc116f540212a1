import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { afterAll, expect, onTestFinished, type TestContext } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'

/** Where screenshots are kept for people to look at. */
export const screenshotFolder = join(projectFolder, 'test-results', 'screenshots')

/** The real application in a real window, with a user-data folder of its own. */
export type TestWindow = {
  app: ElectronApplication
  page: Page
  /** A folder that is removed after the test, for stores, bundles and files to import; user data and temporary files are in it. */
  folder: string
  /** Errors that the page's console has shown so far. A test that expects some takes them out: `errors.splice(0)`. */
  errors: string[]
  /** Writes `test-results/screenshots/NAME.png`. */
  screenshot: (name: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Starts the application; it is closed and its folder removed when the test ends, and the test fails if the page's console
 * showed an error that the test did not expect. Where it fails, `test-results/screenshots/failed-….png` shows the window then.
 * @param at the folder of an earlier window, to start again where that one ended; without it everything is new
 */
export async function openWindow(at?: string): Promise<TestWindow> {
  const opened = await start(at ?? (await newFolder()))
  onTestFinished(async ({ task }) => {
    await keepFailure(opened, task)
    await opened.close()
    if (at === undefined) await rm(opened.folder, { recursive: true, force: true })
    expectNoErrors(opened)
  })
  return opened
}

/**
 * One window for the tests of a file that leave the program as they found it: each gets the first screen, loaded anew. To start
 * the program is most of what such a test costs.
 * @returns what gives a test the window, with the same promises as `openWindow`
 */
export function sharedWindow(): () => Promise<TestWindow> {
  let shared: TestWindow | undefined
  afterAll(async () => {
    await shared?.close()
    if (shared) await rm(shared.folder, { recursive: true, force: true })
  })
  return async () => {
    const isNew = shared === undefined
    const opened = (shared ??= await start(await newFolder()))
    onTestFinished(async ({ task }) => {
      await keepFailure(opened, task)
      expectNoErrors(opened)
    })
    opened.errors.splice(0)
    if (!isNew) await opened.page.reload()
    return opened
  }
}

const newFolder = () => mkdtemp(join(tmpdir(), 'tickmark-e2e-'))

async function start(folder: string): Promise<TestWindow> {
  const temporary = join(folder, 'temporary')
  await mkdir(temporary, { recursive: true })
  const app = await _electron.launch({
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      // What slides and fades takes time, and no test is about it.
      '--force-prefers-reduced-motion',
      // A window of a test is gone before it has won back what it costs to compile for speed.
      '--js-flags=--max-optimized-bytecode-size=0',
      `--user-data-dir=${join(folder, 'user-data')}`,
      projectFolder,
    ],
    chromiumSandbox: process.getuid?.() !== 0,
    // The page shows the colours that the shell chose, not some that the harness pretends.
    colorScheme: null,
    cwd: projectFolder,
    // Whatever is left in a place for temporary files is found beside the rest.
    env: { ...environment(), TICKMARK_NODE: process.execPath, TMPDIR: temporary },
  })
  const errors: string[] = []
  const page = await app.firstWindow()
  // Two windows without a graphics card share what the machine has.
  page.setDefaultTimeout(60_000)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`))
  let closing: Promise<void> | undefined
  const close = () => (closing ??= app.close())
  await page.waitForLoadState('load')
  return { app, page, folder, errors, screenshot: (name) => screenshot(page, name), close }
}

/** Shows how the window of a failed test looked, and says what it complained of; one that is closed has no picture. */
async function keepFailure({ page }: TestWindow, task: TestContext['task']): Promise<void> {
  if (task.result?.state !== 'fail' || page.isClosed()) return
  await screenshot(page, `failed-${task.name.slice(0, 60).replaceAll(/\W+/g, '-')}`)
  console.error('The window said:', await page.getByRole('alert').allInnerTexts())
}

function expectNoErrors({ errors }: TestWindow): void {
  expect(errors, 'errors in the console of the page').toEqual([])
}

async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshotFolder, { recursive: true })
  await page.screenshot({ path: join(screenshotFolder, `${name}.png`), animations: 'disabled' })
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
