import { appendFile, rename, stat } from 'node:fs/promises'
import { app } from 'electron'

const largest = 1_000_000

/** The local log of shell and engine: codes and names of methods, never content of an engagement. One older file is kept. */
export class ShellLog {
  readonly #path: string
  #last: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  /** Writes a line with its time; in development also to the terminal. */
  write(line: string): void {
    if (!app.isPackaged) process.stderr.write(`${line}\n`)
    this.#last = this.#last
      .then(() => this.#append(`${new Date().toISOString()} ${line}\n`))
      .catch(() => {
        // A log that cannot be written must not stop the work.
      })
  }

  async #append(text: string): Promise<void> {
    const size = await stat(this.#path).then(
      (found) => found.size,
      () => 0,
    )
    if (size > largest) await rename(this.#path, `${this.#path}.old`)
    await appendFile(this.#path, text, { mode: 0o600 })
  }
}
