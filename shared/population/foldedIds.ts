/**
 * @returns the id as people read it: without outer spaces, in one Unicode form, without case. Ids that are equal so, yet not
 * byte for byte, are different items to every program and the same to whoever typed them.
 */
export function foldId(id: string): string {
  return id.trim().normalize('NFKC').toLowerCase()
}

/** Rows that are remembered to be looked at again; a column with more repeats is not the id. */
export const mostRepeats = 200_000

/**
 * Finds the ids that come again, folded, among millions, in a few bytes each: what is kept of an id is 53 bits of a hash. So a
 * place that is named may be named by chance, and whoever reads the ids there decides; a repeated id is never missed.
 */
export class FoldedIds {
  #hashes = new Float64Array(1 << 16)
  #places = new Uint32Array(1 << 16)
  #count = 0
  #again = new Set<number>()
  #repeats = 0

  /** @param place of the row among all rows, from 0 */
  add(id: string, place: number): void {
    if (this.#count * 2 > this.#hashes.length) this.#grow()
    const hash = hashOf(foldId(id))
    const slot = this.#slotOf(hash)
    if (this.#hashes[slot] === 0) {
      this.#hashes[slot] = hash
      this.#places[slot] = place
      this.#count += 1
      return
    }
    this.#repeats += 1
    if (this.#again.size > mostRepeats) return
    this.#again.add(this.#places[slot] ?? 0)
    this.#again.add(place)
  }

  /** @returns the places of ids that may occur more than once, ascending, whether those are all, and how many came again */
  repeated(): { places: number[]; isAll: boolean; repeats: number } {
    const places = [...this.#again].toSorted((a, b) => a - b)
    return { places, isAll: places.length <= mostRepeats, repeats: this.#repeats }
  }

  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1
    let slot = hash % this.#hashes.length
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places]
    this.#hashes = new Float64Array(hashes.length * 2)
    this.#places = new Uint32Array(hashes.length * 2)
    for (const [at, hash] of hashes.entries()) {
      if (hash === 0) continue
      const slot = this.#slotOf(hash)
      this.#hashes[slot] = hash
      this.#places[slot] = places[at] ?? 0
    }
  }
}

/** Two FNV-1a hashes over UTF-16 units with different primes, of 32 and 21 bits; never 0, which means an empty place. */
function hashOf(text: string): number {
  let high = 0x811c9dc5
  let low = 0x9dc5811c
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b)
    low ^= low >>> 13
  }
  return (high >>> 0) * 0x20_0000 + (low >>> 11) + 1
}
