import type { MemoryStore } from '../../../db/memoryStore.ts'
import type { Reader } from '../../../db/reader.ts'

/** Bundles that are open for reading, by their engagement; they are in memory alone, and forgotten when the store is locked. */
export class OpenedBundles {
  readonly #opened = new Map<string, MemoryStore>()

  /** Takes a bundle's content; of one that was open before, what is now. */
  open(engagementId: string, content: MemoryStore): void {
    this.close(engagementId)
    this.#opened.set(engagementId, content)
  }

  reader(engagementId: string): Reader | undefined {
    return this.#opened.get(engagementId)?.reader
  }

  /** @returns the engagements that are open */
  engagementIds(): string[] {
    return [...this.#opened.keys()]
  }

  close(engagementId: string): void {
    this.#opened.get(engagementId)?.close()
    this.#opened.delete(engagementId)
  }

  clear(): void {
    for (const id of this.engagementIds()) this.close(id)
  }
}
