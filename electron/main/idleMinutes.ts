import { isIdleMinutes, usualIdleMinutes } from '../../shared/shell/idleLock.ts'
import type { SettingsFile } from './settingsFile.ts'

/** After how many minutes a store locks that nobody works in, on this computer. */
export class IdleMinutes {
  readonly #file: SettingsFile

  constructor(file: SettingsFile) {
    this.#file = file
  }

  async current(): Promise<number> {
    const value = await this.#file.read()
    return isIdleMinutes(value) ? value : usualIdleMinutes
  }

  async choose(minutes: number): Promise<void> {
    await this.#file.write(minutes)
  }
}
