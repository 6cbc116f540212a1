import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Finds the bundle among the words with which the system started the application: what a double click on one leads to.
 * It is told to a window as a file that was chosen; nobody opens it before the auditor says so.
 * @param words of a command line, the program's own name first
 * @param folder against which a relative path stands
 * @returns the path of the last plain file that is named like a bundle, or `undefined` when there is none
 */
export function bundleAmong(words: readonly string[], folder: string): string | undefined {
  return words
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.tickmark'))
    .map((word) => resolve(folder, word))
    .findLast(isPlainFile)
}

/** A folder, a link, a pipe or a device that is called like a bundle is none, nor is what cannot be reached. */
function isPlainFile(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}

/** The bundle that the system handed over, until the auditor has looked at it or put it away. */
export class HandedBundle {
  #path: string | undefined
  readonly #onChange: () => void

  /** @param onChange is called when another bundle was handed over */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Keeps a path; without one the last stays. */
  take(path: string | undefined): void {
    if (path === undefined) return
    this.#path = path
    this.#onChange()
  }

  /** @returns the path that was handed over last */
  get path(): string | undefined {
    return this.#path
  }

  putAway(): void {
    this.#path = undefined
  }
}
