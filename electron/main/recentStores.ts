import type { SettingsFile } from './settingsFile.ts'

const most = 10

/** The folders of stores that were opened on this computer, the latest first. */
export class RecentStores {
  readonly #file: SettingsFile

  constructor(file: SettingsFile) {
    this.#file = file
  }

  async folders(): Promise<string[]> {
    const value = await this.#file.read()
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string').slice(0, most) : []
  }

  async remember(folder: string): Promise<void> {
    const others = (await this.folders()).filter((each) => each !== folder)
    await this.#file.write([folder, ...others].slice(0, most))
  }

  async forget(folder: string): Promise<void> {
    await this.#file.write((await this.folders()).filter((each) => each !== folder))
  }
}
