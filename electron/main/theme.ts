import { nativeTheme } from 'electron'
import { isThemeChoice } from '../../shared/shell/readShellAction.ts'
import type { ShellResults, ThemeChoice } from '../../shared/shell/shellAction.ts'
import type { SettingsFile } from './settingsFile.ts'

/** The colours of window, menu and dialogs. The page follows, because it asks for the preferred colour scheme. */
export class Theme {
  readonly #file: SettingsFile

  constructor(file: SettingsFile) {
    this.#file = file
  }

  async restore(): Promise<void> {
    const value = await this.#file.read()
    if (isThemeChoice(value)) nativeTheme.themeSource = value
  }

  async choose(choice: ThemeChoice): Promise<void> {
    nativeTheme.themeSource = choice
    await this.#file.write(choice)
  }

  get current(): ShellResults['theme'] {
    return { choice: nativeTheme.themeSource, dark: nativeTheme.shouldUseDarkColors }
  }
}
