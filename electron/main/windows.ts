import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import { WindowGrants } from './grants.ts'
import { pageAddress } from './protocol.ts'
import { RestartBudget } from './restartBudget.ts'
import { strictPreferences } from './strictPreferences.ts'

const preload = join(import.meta.dirname, '..', 'preload', 'preload.cjs')
const reloadsAMinute = 3

/** The windows that are open, and what the user of each was granted. */
export class Windows {
  readonly #grants = new Map<BrowserWindow, WindowGrants>()

  /**
   * Opens a window; it shows itself with its first picture.
   * @param session without disk and network, in which the window lives
   */
  open(session: Session): void {
    const window = new BrowserWindow({
      title: 'Tickmark',
      width: 1440,
      height: 900,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#242424' : '#ffffff',
      webPreferences: {
        preload,
        ...strictPreferences(session),
      },
    })
    this.#grants.set(window, new WindowGrants())
    window.once('ready-to-show', () => window.show())
    window.once('closed', () => this.#grants.delete(window))
    reloadAfterCrash(window)
    returnToPage(window)
    void window.loadURL(pageAddress)
  }

  /** @returns the grants of a window that is open */
  grantsOf(window: BrowserWindow): WindowGrants | undefined {
    return this.#grants.get(window)
  }

  /** Tells every window. */
  announce(event: string, payload: unknown): void {
    for (const window of this.#grants.keys()) window.webContents.send('event', event, payload)
  }

  /** Brings a window to the front. */
  focus(): void {
    const [window] = this.#grants.keys()
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  }
}

/** A page that crashed comes back by itself, unless it crashes again and again. */
function reloadAfterCrash(window: BrowserWindow): void {
  const budget = new RestartBudget(reloadsAMinute, Date.now)
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit' && budget.take()) window.webContents.reload()
  })
}

/** Chromium asks nobody before it shows an empty document (about:blank). There our page is loaded again. */
function returnToPage(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_, address) => {
    if (address.split('#')[0] !== pageAddress) void window.loadURL(pageAddress)
  })
}
