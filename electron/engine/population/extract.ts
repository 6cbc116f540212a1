import { hash } from 'node:crypto'
import { excludedRows } from '../../../db/population/decisions.ts'
import { blockCount, storedRows } from '../../../db/population/readBlocks.ts'
import { rowsPerBlock } from '../../../db/population/rowBlock.ts'
import { blockRows, type StoredRow } from '../../../db/population/rows.ts'
import type { Reader } from '../../../db/reader.ts'

/** A row of an extract as the comparison reads it, with its place in file order from 0. */
export type ExtractRow = StoredRow & { place: number }

/** The rows of a population block by block, without those excluded; each block is read when it is asked for. */
export function* extractBlocks(reader: Reader, populationId: string): IterableIterator<ExtractRow[]> {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return
  const excluded = excludedRows(reader, populationId)
  for (let number = 0; number < blockCount(stored); number += 1) {
    yield blockRows(reader, stored, number)
      .map((row, at) => ({ ...row, place: number * rowsPerBlock + at }))
      .filter(({ row }) => !excluded.has(row))
  }
}

/**
 * Where each item of an extract is and what its row holds, in 29 bytes an item: 96 bits of SHA-256 of its id, and of its
 * cells. That two different texts share them does not happen.
 */
export class ExtractIndex {
  readonly #slots: Int32Array
  readonly #ids: Buffer
  readonly #contents: Buffer
  readonly #seen: Uint8Array

  /** @param places how many rows the extract has, excluded ones among them */
  constructor(places: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, places * 2)))).fill(-1)
    this.#ids = Buffer.alloc(places * digestBytes)
    this.#contents = Buffer.alloc(places * digestBytes)
    this.#seen = new Uint8Array(places)
  }

  /** @returns whether the id is new */
  add(place: number, itemId: string, cells: readonly string[]): boolean {
    const id = digest(itemId)
    const slot = this.#slotOf(id)
    if ((this.#slots[slot] ?? -1) >= 0) return false
    this.#slots[slot] = place
    id.copy(this.#ids, place * digestBytes)
    digest(cells.join('\0')).copy(this.#contents, place * digestBytes)
    return true
  }

  /** @returns where the item is and whether its cells are the same; `null` where the extract does not have it. It counts as seen then */
  find(itemId: string, cells: readonly string[]): { place: number; isSame: boolean; wasSeen: boolean } | null {
    const place = this.#slots[this.#slotOf(digest(itemId))] ?? -1
    if (place < 0) return null
    const wasSeen = this.isSeen(place)
    this.#seen[place] = 1
    return { place, isSame: at(this.#contents, place).equals(digest(cells.join('\0'))), wasSeen }
  }

  isSeen(place: number): boolean {
    return this.#seen[place] === 1
  }

  #slotOf(id: Buffer): number {
    const mask = this.#slots.length - 1
    for (let slot = id.readUInt32LE(0) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? -1
      if (place < 0 || at(this.#ids, place).equals(id)) return slot
    }
  }
}

const digestBytes = 12

const digest = (text: string) => hash('sha256', text, 'buffer').subarray(0, digestBytes)

const at = (digests: Buffer, place: number) => digests.subarray(place * digestBytes, (place + 1) * digestBytes)
