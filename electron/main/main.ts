import { join } from 'node:path'
import { app, dialog, session, type Session } from 'electron'
import type { ShellEvents } from '../../shared/shell/windowApi.ts'
import { EngineCalls } from './engineCalls.ts'
import { startEngine } from './engineHost.ts'
import { bundleAmong, HandedBundle } from './handedBundle.ts'
import { IdleMinutes } from './idleMinutes.ts'
import { listenToWindows } from './ipc.ts'
import { onLeaving } from './lockEvents.ts'
import { setMenu } from './menu.ts'
import { refuseNavigation } from './navigation.ts'
import { cutNetworkOff, refuseRequests } from './network.ts'
import { readPages } from './pages.ts'
import { refusePermissions } from './permissions.ts'
import { Printing } from './printing.ts'
import { registerScheme, servePages } from './protocol.ts'
import { RecentStores } from './recentStores.ts'
import { SettingsFile } from './settingsFile.ts'
import { ShellActions } from './shellActions.ts'
import { ShellLog } from './shellLog.ts'
import { Theme } from './theme.ts'
import { Windows } from './windows.ts'

/** How long the engine may take to close the store when the application ends. */
const farewellMilliseconds = 5000

app.setName('Tickmark')
if (app.requestSingleInstanceLock()) begin()
else app.quit()

/** What has to stand before Electron is ready. `whenReady` is not awaited here: a module of the main process that waits for it hangs. */
function begin(): void {
  // As root, which only tests are, Chromium cannot build its sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerScheme()
  cutNetworkOff()
  refuseNavigation()
  app.on('session-created', harden)
  const windows = new Windows()
  const handed = new HandedBundle(() => windows.announce('shell.bundleHanded', {}))
  handed.take(bundleAmong(process.argv, process.cwd()))
  // macOS says it so, and does not wait until the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    handed.take(bundleAmong(['', path], '/'))
  })
  app.on('second-instance', (_, words, folder) => {
    handed.take(bundleAmong(words, folder))
    windows.focus()
  })
  app
    .whenReady()
    .then(() => run(windows, handed))
    .catch(fail)
}

function harden(created: Session): void {
  refuseRequests(created)
  refusePermissions(created)
}

async function run(windows: Windows, handed: HandedBundle): Promise<void> {
  const log = new ShellLog(join(app.getPath('userData'), 'tickmark.log'))
  // Without a name that begins with persist: and without a cache, nothing of a page is written to the disk.
  const inMemory = session.fromPartition('tickmark', { cache: false })
  const engine = new EngineCalls({
    start: () => startEngine((line) => log.write(line)),
    now: Date.now,
    onState: (state) => windows.announce('engine.state', { state }),
    onEvent: (event, payload) => windows.announce(event, payload),
    log: (line) => log.write(line),
  })
  const theme = new Theme(settings('appearance'))
  const recentStores = new RecentStores(settings('recent-stores'))
  const idleMinutes = new IdleMinutes(settings('idle-minutes'))
  const lock = (reason: ShellEvents['shell.locked']['reason']) => {
    void engine.renew()
    windows.announce('shell.locked', { reason, at: Date.now() })
  }
  const printing = new Printing(engine)
  const parts = { engine, recentStores, theme, printing, handed, idleMinutes, lock: () => lock('idle') }
  listenToWindows(windows, engine, new ShellActions(parts))
  setMenu()
  onLeaving(lock)
  // Read while the window is made.
  const pages = readPages(join(import.meta.dirname, '..', 'renderer'))
  pages.catch(fail)
  servePages(inMemory, pages)
  await theme.restore()
  windows.open(inMemory)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    const late = new Promise<void>((resolve) => setTimeout(resolve, farewellMilliseconds))
    void Promise.race([engine.end(), late]).then(() => app.exit(0))
  })
}

function settings(name: string): SettingsFile {
  return new SettingsFile(join(app.getPath('userData'), `${name}.json`))
}

function fail(error: unknown): void {
  dialog.showErrorBox('Tickmark could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}
