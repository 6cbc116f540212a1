import type { Reader } from './reader.ts'

/**
 * What was computed from papers, kept while a store is open for as long as what it rests on is the same. That is sound because
 * nothing else writes meanwhile: the file is locked exclusively, and its tables change with an entry of the journal alone.
 */
export class Remembered<T> {
  readonly #ofStores = new WeakMap<Reader, Map<string, { restsOn: string; value: T }>>()

  /**
   * @param key what is asked for, such as an engagement; one value is kept for each
   * @param restsOn where the journal stood, and whatever else the value depends on
   * @returns the value that is kept, or the one that is computed now
   */
  get(reader: Reader, key: string, restsOn: string, compute: () => T): T {
    const ofStore = this.#ofStores.get(reader) ?? new Map<string, { restsOn: string; value: T }>()
    this.#ofStores.set(reader, ofStore)
    const known = ofStore.get(key)
    if (known?.restsOn === restsOn) return known.value
    const value = compute()
    ofStore.set(key, { restsOn, value })
    return value
  }
}
