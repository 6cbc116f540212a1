import { FoldedIds } from '../../../shared/population/foldedIds.ts'
import { SequenceGaps } from '../../../shared/population/sequenceGaps.ts'

/** What is noticed while the rows of a population pass by, in file order: ids that come again, numbers that lack, rows of each day. */
export class SeenRows {
  readonly ids = new FoldedIds()
  readonly sequences = new SequenceGaps()
  /** Rows by day as an integer; 0 for rows without a day. */
  readonly days = new Map<number, number>()
  #count = 0

  /** How many passed by. */
  get count(): number {
    return this.#count
  }

  /** @param day as an integer, 0 for none; `null` where the population has no days */
  add(itemId: string, day: number | null): void {
    this.ids.add(itemId, this.#count)
    this.sequences.add(itemId)
    if (day !== null) this.days.set(day, (this.days.get(day) ?? 0) + 1)
    this.#count += 1
  }
}
