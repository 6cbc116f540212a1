import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Clipboard } from 'electron'

/** Milliseconds after which the clipboard holds what was copied: the text and the note of it come to this process by two ways. */
const settled = 300

/** What was copied out of a window and may still be in the clipboard: of that only a digest is kept. */
export class Copied {
  readonly #clipboard: Pick<Clipboard, 'readText' | 'clear'>
  #digest: string | null = null
  #noting: Promise<void> = Promise.resolve()

  constructor(clipboard: Pick<Clipboard, 'readText' | 'clear'>) {
    this.#clipboard = clipboard
  }

  /** Takes note that what is in the clipboard now, or in a moment, came from a window. */
  note(): Promise<void> {
    this.#noting = this.#take()
    return this.#noting
  }

  /** Empties the clipboard where nobody has copied anything else meanwhile. */
  async forget(): Promise<void> {
    await this.#noting
    const digest = this.#digest
    this.#digest = null
    if (digest !== null && digest === digestOf(await this.#clipboard.readText())) this.#clipboard.clear()
  }

  async #take(): Promise<void> {
    await setTimeout(settled)
    this.#digest = digestOf(await this.#clipboard.readText())
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
