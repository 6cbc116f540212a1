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
 * Finds the ids that come again, folded, among millions, in a few bytes each: what is kept of an id is a hash of 64 bits. So a
 * place that is named may be named by chance, and whoever reads the ids there decides; a repeated id is never missed.
 */
export class FoldedIds {
  #hashes: Hashes = newHashes(1 << 16)
  #count = 0
  readonly #again = new Set<number>()
  #repeats = 0

  /** @param place of the row among all rows, from 0 */
  add(id: string, place: number): void {
    if (this.#count * 2 > this.#hashes.first.length) this.#grow()
    const [first, second] = hashesOf(foldId(id))
    const hashes = this.#hashes
    const slot = slotOf(hashes, first, second)
    const before = hashes.place[slot] ?? 0
    if (before === 0) {
      hashes.first[slot] = first
      hashes.second[slot] = second
      hashes.place[slot] = place + 1
      this.#count += 1
      return
    }
    this.#repeats += 1
    if (this.#again.size > mostRepeats) return
    this.#again.add(before - 1)
    this.#again.add(place)
  }

  /** @returns the places of ids that may occur more than once, ascending, whether those are all, and how many came again */
  repeated(): { places: number[]; isAll: boolean; repeats: number } {
    const places = [...this.#again].toSorted((a, b) => a - b)
    return { places, isAll: places.length <= mostRepeats, repeats: this.#repeats }
  }

  #grow(): void {
    const { first, second, place } = this.#hashes
    const larger = newHashes(first.length * 2)
    for (let at = 0; at < first.length; at += 1) {
      if (place[at] === 0) continue
      const slot = slotOf(larger, first[at] ?? 0, second[at] ?? 0)
      larger.first[slot] = first[at] ?? 0
      larger.second[slot] = second[at] ?? 0
      larger.place[slot] = place[at] ?? 0
    }
    this.#hashes = larger
  }
}

/** An open hash table; a place is kept plus one, so that 0 is an empty slot. */
type Hashes = { first: Int32Array; second: Int32Array; place: Uint32Array }

function newHashes(length: number): Hashes {
  return { first: new Int32Array(length), second: new Int32Array(length), place: new Uint32Array(length) }
}

function slotOf({ first, second, place }: Hashes, wantedFirst: number, wantedSecond: number): number {
  const mask = place.length - 1
  let slot = wantedFirst & mask
  while (place[slot] !== 0 && (first[slot] !== wantedFirst || second[slot] !== wantedSecond)) slot = (slot + 1) & mask
  return slot
}

/** Two hashes of 32 bits over UTF-16 units: FNV-1a, and one with another prime whose bits are mixed as they go. */
function hashesOf(text: string): [number, number] {
  let first = 0x811c9dc5 | 0
  let second = 0x9dc5811c | 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit, 0x85ebca6b)
    second ^= second >>> 13
  }
  return [first, second]
}
