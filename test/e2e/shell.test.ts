import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { resolveRuntime } from '../../electron/dev/runtime.ts'
import { plainTraces } from '../engine/plainTraces.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { enginePid } from './engineProcess.ts'
import { looker } from './looker.ts'
import { openWindow, sharedWindow, type TestWindow } from './window.ts'

const openShared = sharedWindow()

async function engineIs({ page }: TestWindow, state: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.tickmark.shell({ kind: 'engineState' })), { timeout: 10_000 })
    .toBe(state)
}

/** Ends the engine by a signal, and waits until the shell knows: the process it had is no longer its child. */
async function killEngine({ app }: TestWindow, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const running = () => enginePid(app).catch(() => 0)
  // The shell may not have seen the last death yet when it is asked: then the engine that it starts again is waited for.
  await expect.poll(running).not.toBe(0)
  const pid = await running()
  process.kill(pid, signal)
  await expect.poll(() => enginePid(app).catch(() => 0)).not.toBe(pid)
}

describe('an engine that dies', () => {
  it('answers what was asked of it, and is back for the next question', async () => {
    const opened = await openWindow()
    await engineIs(opened, 'ready')
    await opened.page.evaluate(() => {
      const states: unknown[] = []
      window.tickmark.on('engine.state', (payload) => states.push(payload))
      Object.assign(window, { states })
    })
    const pid = await enginePid(opened.app)
    process.kill(pid, 'SIGSTOP')
    const answer = opened.page.evaluate(() => window.tickmark.call('store.status', {}))
    // The call has left the page once main has answered a later question.
    await engineIs(opened, 'ready')
    process.kill(pid, 'SIGKILL')
    expect(await answer).toMatchObject({ ok: false, error: { code: 'engine.gone' } })
    await engineIs(opened, 'ready')
    expect(await opened.page.evaluate(() => window.tickmark.call('store.status', {}))).toMatchObject({ ok: true })
    const states = await opened.page.evaluate(() => (window as unknown as { states: unknown[] }).states)
    expect(states).toEqual([{ state: 'gone' }, { state: 'starting' }, { state: 'ready' }])
    expect(await enginePid(opened.app)).not.toBe(pid)
  })

  it('again and again stays down until somebody asks for it', async () => {
    const opened = await openWindow()
    for (let death = 0; death < 4; death += 1) {
      await engineIs(opened, 'ready')
      await killEngine(opened)
      await engineIs(opened, death === 3 ? 'stopped' : 'ready')
    }
    expect(await opened.page.evaluate(() => window.tickmark.call('store.status', {}))).toMatchObject({
      error: { code: 'engine.gone' },
    })
    await opened.page.evaluate(() => window.tickmark.shell({ kind: 'startEngine' }))
    await engineIs(opened, 'ready')
  })

  it('is not waited for by whoever types a passphrase while it starts, and what is typed stays', async () => {
    const opened = await openWindow()
    const { app, page } = opened
    let pid = 0
    while (pid === 0) pid = await enginePid(app).catch(() => 0)
    process.kill(pid, 'SIGSTOP')
    // It was stopped before it was there; else this would say nothing.
    await engineIs(opened, 'starting')
    const passphrase = page.getByLabel('Passphrase', { exact: true })
    await passphrase.fill('typed before the engine was there')
    process.kill(pid, 'SIGCONT')
    await engineIs(opened, 'ready')
    expect(await page.evaluate(() => window.tickmark.call('store.status', {}))).toMatchObject({ ok: true })
    expect(await passphrase.inputValue()).toBe('typed before the engine was there')
  })

  it('ends with the window', async () => {
    const opened = await openWindow()
    await engineIs(opened, 'ready')
    const pid = await enginePid(opened.app)
    await opened.close()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

describe('a file', () => {
  it('comes to the page as a token and a name, never as a path', async () => {
    const { app, page } = await openShared()
    await answerOpenDialog(app, '/home/ab/Northwind/changes.csv')
    const file = await page.evaluate(() =>
      window.tickmark.shell({ kind: 'openFile', title: 'Choose the list', extensions: ['csv'] }),
    )
    expect(file).toEqual({ token: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, name: 'changes.csv' })
    await answerSaveDialog(app, '/home/ab/Northwind')
    const folder = await page.evaluate(() =>
      window.tickmark.shell({ kind: 'newFolder', title: 'New store', suggestedName: 'Northwind' }),
    )
    expect(folder).toMatchObject({ name: 'Northwind' })
  })

  it('is nothing when the user cancels', async () => {
    const { app, page } = await openShared()
    await answerOpenDialog(app)
    await answerSaveDialog(app)
    const answers = await page.evaluate(() =>
      Promise.all([
        window.tickmark.shell({ kind: 'openFile', title: 'x', extensions: [] }),
        window.tickmark.shell({ kind: 'openFiles', title: 'x', extensions: [] }),
        window.tickmark.shell({ kind: 'openFolder', title: 'x' }),
        window.tickmark.shell({ kind: 'saveFile', title: 'x', suggestedName: 'x' }),
      ]),
    )
    expect(answers).toEqual([null, [], null, null])
  })

  it('that the page made up by itself is no file on this computer', async () => {
    const { page } = await openShared()
    const files = await page.evaluate(() =>
      window.tickmark.shell({ kind: 'droppedFiles' }, [new File(['x'], '/etc/passwd')]),
    )
    expect(files).toEqual([])
  })
})

describe('a call', () => {
  it('larger than 16 MB is refused, and the next one is answered', async () => {
    const { page } = await openShared()
    const [large, small] = await page.evaluate(async () => [
      await window.tickmark.call('store.status', { padding: 'x'.repeat(17 * 1024 * 1024) }),
      await window.tickmark.call('store.status', {}),
    ])
    expect(large).toMatchObject({ ok: false, error: { code: 'call.too_large' } })
    expect(small).toMatchObject({ ok: true })
  })

  it('of the shell that is none is refused', async () => {
    const { page } = await openShared()
    const refusal = page.evaluate(() => window.tickmark.shell({ kind: 'openPath', path: '/etc/passwd' } as never))
    await expect(refusal).rejects.toThrow('There is no such action of the shell')
  })
})

describe('the application', () => {
  it('remembers stores and colours for the next start', async () => {
    const first = await openWindow()
    await answerOpenDialog(first.app, '/home/ab/stores/Northwind')
    await first.page.evaluate(async () => {
      const store = await window.tickmark.shell({ kind: 'openFolder', title: 'Open a store' })
      await window.tickmark.shell({ kind: 'rememberStore', token: store?.token ?? '' })
      await window.tickmark.shell({ kind: 'theme', choice: 'dark' })
    })
    await first.close()
    const second = await openWindow(first.folder)
    const stores = await second.page.evaluate(() => window.tickmark.shell({ kind: 'recentStores' }))
    expect(stores).toMatchObject([{ name: 'Northwind', folder: '/home/ab/stores' }])
    expect(await second.page.evaluate(() => window.tickmark.shell({ kind: 'theme' }))).toEqual({
      choice: 'dark',
      dark: true,
    })
    expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  })

  it('runs once: a second start gives way to the first, and hands it the bundle that it was started with', async () => {
    const first = await openShared()
    const { app, page, folder } = first
    const { executable } = await resolveRuntime(() => {})
    const words = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'user-data')}`, projectFolder]
    const bundle = join(folder, 'Northwind 2026.tickmark')
    await writeFile(bundle, 'not a bundle at all')
    await promisify(execFile)(executable, [...words, bundle], { timeout: 30_000 })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    const waiting = page.getByRole('alert').filter({ hasText: 'Northwind 2026.tickmark waits' })
    await waiting.waitFor()
    const { look, findings } = looker()
    await look(first, 'unlock-waiting-bundle')
    expect(findings).toEqual([])
    await page.getByRole('button', { name: 'Put the bundle away' }).click()
    await waiting.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => window.tickmark.shell({ kind: 'handedBundle' }))).toBeNull()
  })

  it('closes the store when the screen is locked', async () => {
    const opened = await openShared()
    await engineIs(opened, 'ready')
    await opened.page.evaluate(() => {
      const heard: unknown[] = []
      window.tickmark.on('shell.locked', (payload) => heard.push(payload))
      Object.assign(window, { heard })
    })
    await opened.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await expect
      .poll(() => opened.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
      .toEqual([{ reason: 'lock-screen', at: expect.any(Number) }])
  })

  it('comes back when its page crashes, and leaves no image of a crashed page or engine on the disk', async () => {
    const opened = await openWindow()
    const { app, page, folder } = opened
    const canary = 'Northwind-Ledger-canary'
    await page.evaluate((text) => window.tickmark.call('search.query', { text }), canary)
    await killEngine(opened, 'SIGSEGV')
    await app.evaluate(({ webContents }) => {
      const loads: string[] = []
      Object.assign(globalThis, { loads })
      const [contents] = webContents.getAllWebContents()
      contents?.on('did-finish-load', () => loads.push(contents.getURL()))
      contents?.forcefullyCrashRenderer()
    })
    const loads = () => app.evaluate(() => (globalThis as unknown as { loads: string[] }).loads)
    await expect.poll(loads, { timeout: 10_000 }).toEqual(['app://tickmark/index.html'])
    const left = [...(await readdir(folder, { recursive: true })), ...(await readdir(projectFolder))]
    expect(left.filter((name) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(name))).toEqual([])
    const { found, files } = await plainTraces(folder, canary)
    expect(found).toEqual([])
    expect(files).toBeGreaterThan(3)
  })

  it('writes nothing of a page to the disk', async () => {
    const opened = await openWindow()
    const canary = 'Northwind-Ledger-canary'
    await opened.page.evaluate((text) => {
      localStorage.setItem('client', text)
      document.cookie = `client=${text}`
    }, canary)
    await opened.close()
    const { stdout } = await promisify(execFile)('grep', ['-rlaF', canary, opened.folder]).catch(
      (error: { stdout: string }) => error,
    )
    expect(stdout).toBe('')
    expect(await readFile(join(opened.folder, 'user-data', 'Local State'), 'utf8').catch(() => '')).not.toContain(
      canary,
    )
  })
})
