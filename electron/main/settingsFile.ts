import { readFile, rename, writeFile } from 'node:fs/promises'

/** A small JSON file of the shell's own. What cannot be read counts as not there: it is a convenience, never work. */
export class SettingsFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async read(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8')) as unknown
    } catch {
      return undefined
    }
  }

  async write(value: unknown): Promise<void> {
    const temporary = `${this.#path}.new`
    await writeFile(temporary, JSON.stringify(value, null, 2), { mode: 0o600 })
    await rename(temporary, this.#path)
  }
}
