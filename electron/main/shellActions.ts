import { dirname } from 'node:path'
import { clipboard, type BrowserWindow } from 'electron'
import type { RecentStore, ShellAction, ShellResults } from '../../shared/shell/shellAction.ts'
import { Copied } from './copied.ts'
import { Dialogs } from './dialogs.ts'
import type { EngineCalls } from './engineCalls.ts'
import type { WindowGrants } from './grants.ts'
import type { HandedBundle } from './handedBundle.ts'
import type { IdleMinutes } from './idleMinutes.ts'
import type { Printing } from './printing.ts'
import type { RecentStores } from './recentStores.ts'
import type { Theme } from './theme.ts'

/** Who asks: a window, what it was granted, and the paths of the files that were dropped on it. */
type Asker = { window: BrowserWindow; grants: WindowGrants; dropped: string[] }

/** What the actions work with. */
type Parts = {
  engine: EngineCalls
  recentStores: RecentStores
  theme: Theme
  printing: Printing
  handed: HandedBundle
  idleMinutes: IdleMinutes
  /** Closes the store because nobody is there. */
  lock: () => void
}

/** What the shell does for a window by itself, without the engine. */
export class ShellActions {
  readonly #engine: EngineCalls
  readonly #recentStores: RecentStores
  readonly #theme: Theme
  readonly #printing: Printing
  readonly #handed: HandedBundle
  readonly #idleMinutes: IdleMinutes
  readonly #lock: () => void
  readonly #copied = new Copied(clipboard)

  constructor(parts: Parts) {
    this.#engine = parts.engine
    this.#recentStores = parts.recentStores
    this.#theme = parts.theme
    this.#printing = parts.printing
    this.#handed = parts.handed
    this.#idleMinutes = parts.idleMinutes
    this.#lock = parts.lock
  }

  async run(action: ShellAction, { window, grants, dropped }: Asker): Promise<ShellResults[ShellAction['kind']]> {
    const dialogs = new Dialogs(window, grants)
    switch (action.kind) {
      case 'openFile':
        return dialogs.openFile(action.title, action.extensions)
      case 'openFiles':
        return dialogs.openFiles(action.title, action.extensions)
      case 'openFolder':
        return dialogs.openFolder(action.title)
      case 'saveFile':
      case 'newFolder':
        return dialogs.newPlace(action.title, action.suggestedName)
      case 'droppedFiles':
        return dropped.map((path) => grants.grant(path))
      case 'recentStores':
        return this.#recent(grants)
      case 'handedBundle':
        return this.#handed.path === undefined ? null : grants.grant(this.#handed.path)
      case 'putBundleAway':
        this.#handed.putAway()
        return null
      case 'rememberStore':
        return this.#withPath(grants, action.token, (folder) => this.#recentStores.remember(folder))
      case 'forgetStore':
        return this.#withPath(grants, action.token, (folder) => this.#recentStores.forget(folder))
      case 'engineState':
        return this.#engine.state
      case 'startEngine':
        this.#engine.begin()
        return null
      case 'theme':
        if (action.choice !== undefined) await this.#theme.choose(action.choice)
        return this.#theme.current
      case 'idleMinutes':
        if (action.minutes !== undefined) await this.#idleMinutes.choose(action.minutes)
        return this.#idleMinutes.current()
      case 'lockStore':
        this.#lock()
        return null
      case 'copyText':
        await clipboard.writeText(action.text)
        await this.#copied.note()
        return null
      case 'noteCopied':
        await this.#copied.note()
        return null
      case 'forgetCopied':
        await this.#copied.forget()
        return null
      case 'print':
        return this.#printing.print(action.documentId)
      case 'writePdf':
        return this.#printing.writePdf(action.documentId, action.token, grants.all())
    }
  }

  async #recent(grants: WindowGrants): Promise<RecentStore[]> {
    const folders = await this.#recentStores.folders()
    return folders.map((folder) => ({ ...grants.grant(folder), folder: dirname(folder) }))
  }

  async #withPath(grants: WindowGrants, token: string, act: (path: string) => Promise<void>): Promise<null> {
    const path = grants.pathOf(token)
    if (path !== undefined) await act(path)
    return null
  }
}
