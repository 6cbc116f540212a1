import { createHash } from 'node:crypto'
import { clipboard } from 'electron'

/** What was copied out of a window and may still be in the clipboard: of that only a digest is kept. */
export class Copied {
  #digest: string | null = null

  /** Takes note that what is in the clipboard now came from a window. */
  async note(): Promise<void> {
    this.#digest = digestOf(await clipboard.readText())
  }

  /** Empties the clipboard where nobody has copied anything else meanwhile. */
  async forget(): Promise<void> {
    const digest = this.#digest
    this.#digest = null
    if (digest !== null && digest === digestOf(await clipboard.readText())) clipboard.clear()
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
