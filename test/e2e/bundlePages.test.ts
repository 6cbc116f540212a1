import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, type Page } from '@playwright/test'
import { expect, inject, it, onTestFinished } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import { samplePassphrase } from './sampleStore.ts'
import { screenshotFolder } from './window.ts'

const run = promisify(execFile)

it('lets somebody without Tickmark read a bundle in a browser: nothing runs, every page has its form, links lead on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-pages-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const bundle = await unpackedSample(folder)
  const { page, errors } = await openBrowser(folder)
  const findings: unknown[] = []
  for (const name of await pagesIn(bundle)) {
    // One window shows one page after the other.
    await page.goto(pathToFileURL(join(bundle, name)).href)
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth), name).toBe('1200px')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBeLessThan(1)
  }
  await page.goto(pathToFileURL(join(bundle, 'index.html')).href)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Controls', exact: true }).click()
  await lookAt(page, 'pages-controls', findings)
  await page.getByRole('link', { name: 'CHG-01' }).first().click()
  await page.getByRole('heading', { level: 1, name: /CHG-01/ }).waitFor()
  await lookAt(page, 'pages-control', findings)
  await page.goBack()
  await page.goBack()
  await lookAt(page, 'pages-overview', findings)
  expect(errors).toEqual([])
  expect(findings).toEqual([])
}, 300_000)

/** The sample engagement as the headless host exports it, opened with `age` and `tar`. @returns the folder */
async function unpackedSample(folder: string): Promise<string> {
  const program = join(projectFolder, 'dist', 'cli', 'tickmark.js')
  const store = join(folder, 'store')
  const { identity, recipient } = await newIdentity()
  await cp(inject('sampleStore'), store, { recursive: true })
  await writeFile(join(folder, 'passphrase'), samplePassphrase)
  await writeFile(join(folder, 'key.txt'), `${identity}\n`)
  const call = async (method: string, params: object): Promise<unknown> => {
    const words = [program, 'call', store, method, JSON.stringify(params), '--passphrase-file', 'passphrase']
    return JSON.parse((await run(process.execPath, words, { cwd: folder })).stdout)
  }
  const listed = (await call('engagement.list', {})) as { engagements: [{ engagementId: string }] }
  const [{ engagementId }] = listed.engagements
  await call('bundle.export', { engagementId, file: 'sample.tickmark', recipients: [recipient] })
  await mkdir(join(folder, 'bundle'))
  const unpack = 'age -d -i key.txt sample.tickmark | tar -x -C bundle'
  await run('bash', ['-o', 'pipefail', '-c', unpack], { cwd: folder })
  return join(folder, 'bundle')
}

async function pagesIn(bundle: string): Promise<string[]> {
  return ['index.html', ...(await readdir(join(bundle, 'pages'))).map((name) => join('pages', name))]
}

const browserProgram = `import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, useContentSize: true }).loadURL('about:blank'))
`

/** A browser that knows nothing of the application: a bare Electron, without Node in its pages. */
async function openBrowser(folder: string): Promise<{ page: Page; errors: string[] }> {
  const program = join(folder, 'browser')
  await mkdir(program)
  await writeFile(
    join(program, 'package.json'),
    '{ "name": "browser", "version": "1.0.0", "type": "module", "main": "main.js" }',
  )
  await writeFile(join(program, 'main.js'), browserProgram)
  const isRoot = process.getuid?.() === 0
  const browser = await _electron.launch({
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'user-data')}`,
      program,
    ],
    chromiumSandbox: !isRoot,
  })
  onTestFinished(() => browser.close())
  const page = await browser.firstWindow()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, errors }
}

/** In light, in dark and as it is printed. */
async function lookAt(page: Page, name: string, findings: unknown[]): Promise<void> {
  const screenshot = (prefix: string) => page.screenshot({ path: join(screenshotFolder, `${prefix}${name}.png`) })
  for (const [colorScheme, prefix] of [
    ['light', ''],
    ['dark', 'dark-'],
  ] as const) {
    // One window has one scheme at a time.
    await page.emulateMedia({ colorScheme })
    await screenshot(prefix)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    findings.push(...violations.map(({ id, nodes }) => ({ name, colorScheme, id, at: nodes.map(({ html }) => html) })))
  }
  // Whoever works in the dark prints on white paper all the same.
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await screenshot('print-')
  expect(await page.evaluate(() => getComputedStyle(document.body).color), name).toBe('rgb(0, 0, 0)')
  expect(await page.getByRole('navigation').isVisible(), name).toBe(false)
  await page.emulateMedia({ colorScheme: null, media: null })
}
