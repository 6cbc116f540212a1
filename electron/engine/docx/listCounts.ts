import type { NumberingReader } from './numbering.ts'

/**
 * Counts the items of numbered lists as a word processor does (ECMA-376 Part 1, 17.9): a list goes on where it stopped, however
 * much text stands between, and a level begins anew below the next item of the level above.
 */
export class ListCounts {
  readonly #numbering: NumberingReader
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: NumberingReader) {
    this.#numbering = numbering
  }

  /** @returns the number of the next item of a list at a level; every item is counted once, in the order of the document */
  next(list: string, level: number): number {
    const definition = this.#numbering.definitionOf(list)
    const counts = this.#counts.get(definition) ?? []
    this.#counts.set(definition, counts)
    const before = counts[level]
    const number = this.#anew(list, level) ?? (before === undefined ? this.#numbering.startOf(list, level) : before + 1)
    counts.splice(level)
    counts[level] = number
    return number
  }

  #anew(list: string, level: number): number | null {
    const place = `${list}:${level}`
    if (this.#begun.has(place)) return null
    this.#begun.add(place)
    return this.#numbering.overrideOf(list, level)
  }
}
