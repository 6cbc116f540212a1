import { execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { chromium } from '@playwright/test'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import type { EngineMessage } from '../../electron/engine/wire.ts'
import { screenshotFolder } from '../e2e/window.ts'

const run = promisify(execFile)
const { folder, debianPackage, origin } = inject('packaged')

/** An account without any right, as an auditor's is: `nobody` on every Linux. */
const ordinary = { uid: 65_534, gid: 65_534 }

/** Starts a program for that account, on a system that keeps an image of whatever crashes, as developers set theirs up. */
const forOrdinary = [
  'prlimit --core=unlimited',
  `setpriv --reuid=${ordinary.uid} --regid=${ordinary.gid} --clear-groups`,
].flatMap((words) => words.split(' '))

async function temporary(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tickmark-package-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Unpacks the Debian package as its installation would, into a folder in the place of the system's root. */
async function installed(): Promise<string> {
  const root = await temporary()
  await chmod(root, 0o755)
  await run('dpkg-deb', ['--extract', String(debianPackage), root])
  return root
}

describe.runIf(debianPackage !== undefined)('the Debian package', () => {
  it('leaves the system’s own folders as they are, runs no script, and tells the system what a bundle is', async () => {
    const { stdout } = await run('dpkg-deb', ['--contents', String(debianPackage)], { maxBuffer: 16 * 1024 * 1024 })
    const lines = stdout.trim().split('\n')
    expect(lines.find((line) => line.endsWith(' ./'))).toMatch(/^drwxr-xr-x root\/root /)
    expect(lines.filter((line) => !line.includes(' root/root '))).toEqual([])
    expect(lines.filter((line) => line[3] === 's').map((line) => line.split(' ').at(-1))).toEqual([
      './opt/Tickmark/chrome-sandbox',
    ])
    const { stdout: control } = await run('dpkg-deb', ['--info', String(debianPackage)])
    expect(control).not.toMatch(/postinst|preinst|prerm|postrm/)
    const root = await installed()
    const entry = await readFile(join(root, 'usr/share/applications/tickmark.desktop'), 'utf8')
    const kinds = await readFile(join(root, 'usr/share/mime/packages/tickmark.xml'), 'utf8')
    expect(entry).toContain('MimeType=application/vnd.tickmark.bundle;')
    expect(kinds).toContain('type="application/vnd.tickmark.bundle"')
    expect((await stat(join(root, 'usr/bin/tickmark'))).isFile()).toBe(true)
  })

  it('starts for an ordinary user, in the sandbox, writes no image of a crash, and lets a bundle that was clicked wait', async () => {
    const root = await installed()
    const home = await temporary()
    await chown(home, ordinary.uid, ordinary.gid)
    const bundle = join(home, 'Northwind 2026.tickmark')
    await writeFile(bundle, 'not a bundle at all')
    const data = join(home, 'data')
    const words = ['--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${data}`, bundle]
    const [first = '', ...others] = forOrdinary
    const program = spawn(first, [...others, join(root, 'usr', 'bin', 'tickmark'), ...words], {
      cwd: home,
      env: { PATH: process.env['PATH'] ?? '', HOME: home, DISPLAY: process.env['DISPLAY'] ?? '' },
      stdio: 'ignore',
    })
    const ended = once(program, 'exit')
    onTestFinished(async () => {
      program.kill()
      await ended
    })
    await expect.poll(() => portIn(data), { timeout: 60_000 }).toMatch(/^\d+$/)
    const address = `http://127.0.0.1:${await portIn(data)}`
    // A page that is joined in the middle of its first navigation never answers the harness; the next attempt finds it loaded.
    const browser = await vi.waitFor(() => chromium.connectOverCDP(address, { timeout: 8000 }), { timeout: 60_000 })
    onTestFinished(() => browser.close())
    const page = browser.contexts()[0]?.pages()[0]
    if (page === undefined) throw new Error('The application has no window')
    // The Electron that tests carry is older than the store's library: with it the window has to say that its engine stopped.
    await page
      .getByText(origin === 'carried' ? 'The engine stopped' : 'Northwind 2026.tickmark waits')
      .first()
      .waitFor()
    expect(await page.evaluate(() => window.tickmark.shell({ kind: 'handedBundle' }))).toMatchObject({
      name: 'Northwind 2026.tickmark',
    })
    await mkdir(screenshotFolder, { recursive: true })
    await page.screenshot({ path: join(screenshotFolder, 'packaged.png') })
    expect(await page.evaluate(() => Object.keys(window.tickmark).toSorted())).toEqual(['call', 'on', 'shell'])
    const limits = await coreLimitsOf(join(root, 'opt', 'Tickmark'))
    expect(limits.length, 'processes of the program').toBeGreaterThan(2)
    expect(new Set(limits)).toEqual(new Set(['soft 0, hard 0']))
  })
})

describe('the engine of the package', () => {
  it('finds every library that it needs in the package, and answers', async () => {
    const unpacked = await temporary()
    extractAll(join(folder, 'resources', 'app.asar'), unpacked)
    const engine = fork(join(unpacked, 'dist', 'engine', 'engine.js'), [], { serialization: 'advanced', cwd: unpacked })
    onTestFinished(() => void engine.kill())
    const said: EngineMessage[] = []
    engine.on('message', (message) => said.push(message as EngineMessage))
    await expect.poll(() => said, { timeout: 30_000 }).toContainEqual({ ready: true })
    engine.send({ id: 1, method: 'store.status', params: {}, grants: {} })
    await expect.poll(() => said, { timeout: 30_000 }).toContainEqual(expect.objectContaining({ id: 1, ok: true }))
  })
})

async function portIn(data: string): Promise<string> {
  const text = await readFile(join(data, 'DevToolsActivePort'), 'utf8').catch(() => '')
  return text.split('\n')[0] ?? ''
}

/** @returns how large an image of its memory each process of a program may leave, as the kernel keeps it (proc(5), limits) */
async function coreLimitsOf(program: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const limits = numbers.map(async (number) => {
    const executable = await readlink(join('/proc', number, 'exe')).catch(() => '')
    if (!executable.startsWith(program)) return []
    const text = await readFile(join('/proc', number, 'limits'), 'utf8').catch(() => '')
    const [, soft, hard] = /^Max core file size +(\S+) +(\S+)/m.exec(text) ?? []
    return [`soft ${soft}, hard ${hard}`]
  })
  return (await Promise.all(limits)).flat()
}
