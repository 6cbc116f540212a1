import { compareTickets, type TicketedItem } from './ticket.ts'

/** Keeps the first `size` items in ticket order out of any number, in a heap whose root is the last of them. */
export class LowestTickets {
  readonly #size: number
  readonly #heap: TicketedItem[] = []

  constructor(size: number) {
    this.#size = size
  }

  /** @returns false where the ticket alone tells that the item is not among the first; spares most items an object */
  accepts(ticket: string): boolean {
    const last = this.#heap[0]
    return this.#heap.length < this.#size || (last !== undefined && ticket <= last.ticket)
  }

  add(item: TicketedItem): void {
    if (this.#heap.length < this.#size) {
      this.#heap.push(item)
      this.#rise(this.#heap.length - 1)
      return
    }
    const last = this.#heap[0]
    if (last === undefined || compareTickets(item, last) >= 0) return
    this.#heap[0] = item
    this.#sink()
  }

  /** @returns the kept items in ascending order of ticket */
  inOrder(): TicketedItem[] {
    return this.#heap.toSorted(compareTickets)
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isAfter(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let latest = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#isAfter(child, latest)) latest = child
      if (latest === at) return
      this.#swap(at, latest)
      at = latest
    }
  }

  #isAfter(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    return first !== undefined && second !== undefined && compareTickets(first, second) > 0
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (first === undefined || second === undefined) return
    this.#heap[a] = second
    this.#heap[b] = first
  }
}
