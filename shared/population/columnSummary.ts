import type { ResultOf } from '../contract/index.ts'
import { isDecimal } from './decimal.ts'
import { DecimalSum } from './decimalSum.ts'
import { compareTexts } from './rowFilter.ts'

/** Different texts that are counted one by one. */
const mostDistinct = 10_000
const shownFrequent = 20

/** Gathers what a column holds, cell after cell. */
export class ColumnSummary {
  readonly #isDay: boolean
  readonly #counts = new Map<string, number>()
  #isCountingAll = true
  #rows = 0
  #blank = 0
  #areNumbers = true
  readonly #sum = new DecimalSum()
  #least: string | null = null
  #most: string | null = null
  #leastNumber: string | null = null
  #mostNumber: string | null = null

  /** @param isDay whether the cells are given as days `2025-10-01` */
  constructor(isDay: boolean) {
    this.#isDay = isDay
  }

  add(cell: string): void {
    this.#rows += 1
    const text = cell.trim()
    if (text === '') {
      this.#blank += 1
      return
    }
    this.#count(cell)
    if (this.#least === null || compareTexts(text, this.#least) < 0) this.#least = text
    if (this.#most === null || compareTexts(text, this.#most) > 0) this.#most = text
    this.#areNumbers &&= !this.#isDay && isDecimal(text)
    if (this.#areNumbers) this.#addNumber(text)
  }

  #count(cell: string): void {
    const before = this.#counts.get(cell)
    if (before !== undefined) this.#counts.set(cell, before + 1)
    else if (this.#counts.size < mostDistinct) this.#counts.set(cell, 1)
    else this.#isCountingAll = false
  }

  #addNumber(text: string): void {
    this.#sum.add(text)
    if (this.#leastNumber === null || Number(text) < Number(this.#leastNumber)) this.#leastNumber = text
    if (this.#mostNumber === null || Number(text) > Number(this.#mostNumber)) this.#mostNumber = text
  }

  result(): ResultOf<'population.columnSummary'> {
    const filled = this.#rows - this.#blank
    const areNumbers = this.#areNumbers && filled > 0 && !this.#isDay
    return {
      rows: this.#rows,
      filled,
      blank: this.#blank,
      distinct: this.#isCountingAll ? this.#counts.size : null,
      kind: this.#isDay ? 'date' : areNumbers ? 'number' : 'text',
      least: areNumbers ? this.#leastNumber : this.#least,
      most: areNumbers ? this.#mostNumber : this.#most,
      sum: areNumbers ? this.#sum.toString() : null,
      // Where not all texts were counted, a frequent one may have come too late to be among them.
      frequent: this.#isCountingAll ? this.#frequent() : [],
    }
  }

  #frequent(): { value: string; count: number }[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || compareTexts(a.value, b.value))
      .slice(0, shownFrequent)
  }
}
