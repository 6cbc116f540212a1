import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import type { WindowGrants } from './grants.ts'

/** The native dialogs of one window: whatever the user picks, the page gets a token and a name. */
export class Dialogs {
  readonly #window: BrowserWindow
  readonly #grants: WindowGrants

  constructor(window: BrowserWindow, grants: WindowGrants) {
    this.#window = window
    this.#grants = grants
  }

  /** @param extensions without a dot; none means any file */
  async openFile(title: string, extensions: string[]): Promise<GrantedFile | null> {
    const [file] = await this.#open({ title, filters: filtersOf(extensions), properties: ['openFile'] })
    return file ?? null
  }

  /** @param extensions without a dot; none means any file */
  openFiles(title: string, extensions: string[]): Promise<GrantedFile[]> {
    return this.#open({ title, filters: filtersOf(extensions), properties: ['openFile', 'multiSelections'] })
  }

  async openFolder(title: string): Promise<GrantedFile | null> {
    const [folder] = await this.#open({ title, properties: ['openDirectory'] })
    return folder ?? null
  }

  /** Asks for a place that need not exist yet: a file to write, or a folder to make. */
  async newPlace(title: string, suggestedName: string): Promise<GrantedFile | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window, {
      title,
      defaultPath: suggestedName,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? null : this.#grants.grant(filePath)
  }

  async #open(options: OpenDialogOptions): Promise<GrantedFile[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, options)
    return canceled ? [] : filePaths.map((path) => this.#grants.grant(path))
  }
}

function filtersOf(extensions: string[]): { name: string; extensions: string[] }[] {
  return extensions.length === 0 ? [] : [{ name: extensions.join(', '), extensions }]
}
