/** Numbers that a sequence leaves out, from the first to the last of them. */
export type Gap = { from: string; to: string; missing: number }

/** What the numbers at the end of the ids show. */
export type Sequence = {
  /** The text before the number: `CHG-`. */
  prefix: string
  items: number
  first: string
  last: string
  missing: number
  /** The first gaps, ascending. */
  gaps: Gap[]
}

/** Prefixes above which the numbers are no sequences but parts of names. */
const mostPrefixes = 200
/** A sequence has so many items at least, and holds at least this part of the numbers between its ends. */
const fewestItems = 10
const leastFilled = 0.5
/** Digits that a number keeps exactly. */
const mostDigits = 15

/** Gaps that are listed of a sequence. */
export const listedGaps = 200

type Numbers = { values: Float64Array; count: number; width: number }

/**
 * Looks for gaps in numbered ids: `CHG-0001, CHG-0002, CHG-0004` leaves out 0003. A number that is missing was deleted,
 * never issued, or left out of the list: a fact to be explained. Ids are taken as a sequence where most numbers between the
 * first and the last occur; others are names, not numbers.
 */
export class SequenceGaps {
  readonly #byPrefix = new Map<string, Numbers>()
  #isNumbered = true

  add(id: string): void {
    if (!this.#isNumbered) return
    let start = id.length
    while (start > 0 && isDigit(id.charCodeAt(start - 1))) start -= 1
    const digits = id.length - start
    if (digits === 0 || digits > mostDigits) return
    const prefix = id.slice(0, start)
    const numbers = this.#byPrefix.get(prefix) ?? this.#begin(prefix)
    if (numbers.count === numbers.values.length) {
      const values = new Float64Array(numbers.values.length * 2)
      values.set(numbers.values)
      numbers.values = values
    }
    numbers.values[numbers.count] = Number(id.slice(start))
    numbers.count += 1
    // Numbers with leading zeros are shown with them.
    if (id.charCodeAt(start) === zero) numbers.width = Math.max(numbers.width, digits)
  }

  #begin(prefix: string): Numbers {
    const numbers = { values: new Float64Array(64), count: 0, width: 0 }
    this.#byPrefix.set(prefix, numbers)
    if (this.#byPrefix.size > mostPrefixes) {
      this.#isNumbered = false
      this.#byPrefix.clear()
    }
    return numbers
  }

  /** @returns the sequences that leave numbers out, the one with most items first */
  result(): Sequence[] {
    return [...this.#byPrefix]
      .flatMap(([prefix, numbers]) => sequenceOf(prefix, numbers))
      .filter(({ missing }) => missing > 0)
      .toSorted((a, b) => b.items - a.items)
  }
}

function sequenceOf(prefix: string, { values, count, width }: Numbers): Sequence[] {
  const sorted = values.subarray(0, count).toSorted()
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const written = (value: number) => `${prefix}${String(value).padStart(width, '0')}`
  const gaps: Gap[] = []
  let missing = 0
  let items = 0
  let before = first - 1
  for (const value of sorted) {
    if (value === before) continue
    items += 1
    if (value > before + 1) {
      missing += value - before - 1
      if (gaps.length < listedGaps) {
        gaps.push({ from: written(before + 1), to: written(value - 1), missing: value - before - 1 })
      }
    }
    before = value
  }
  const isSequence = items >= fewestItems && items >= leastFilled * (last - first + 1)
  return isSequence ? [{ prefix, items, first: written(first), last: written(last), missing, gaps }] : []
}

const zero = 48
const isDigit = (code: number) => code >= zero && code < zero + 10
