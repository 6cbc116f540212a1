/**
 * The rows of a population are one encrypted file, content-addressed like evidence: its SHA-256 is what the journal holds.
 * In it they stand in blocks, in file order, and of each block the keys (row, day, id, stratum, amount) apart from the cells;
 * the tables know where each block is. So a million rows are written and read at the speed of the disk, a page of them in
 * any order touches few blocks, and rows that were changed are noticed.
 */
export const rowsPerBlock = 64

/** Stands between texts of a block. Readers of files let no NUL through, so it cannot be part of a cell. */
export const separator = '\0'

/** A block as it is filled from a file. Columns that the mapping does not have are empty. */
export type RowBlock = {
  /** Place of the block in its population, from 0. */
  number: number
  /** Rows of the file, header being row 1. */
  rows: number[]
  /** Days as the integers 20251001, 0 for none. */
  days: number[]
  itemIds: string[]
  strata: string[]
  amounts: string[]
  /** UTF-8 of all cells, row by row, with {@link separator} between them. */
  cells: Uint8Array
}

/** Which columns the keys of a population have besides row and id. */
export type KeyColumns = { hasDays: boolean; hasStrata: boolean; hasAmounts: boolean }

/** The parts of rows that have a meaning; columns that there are not are `null`. */
export type KeyBlock = {
  number: number
  rows: Int32Array
  days: Int32Array | null
  itemIds: string[]
  strata: string[] | null
  amounts: string[] | null
}

/** The first and the last row of a block, and the first and the last day as integers, `null` without any. */
export type Span = { firstRow: number; lastRow: number; firstDay: number | null; lastDay: number | null }

/** @returns what rows span: rows in file order, days in any, 0 for none */
export function spanOf(rows: ArrayLike<number>, days: Iterable<number>): Span {
  const known = [...days].filter((day) => day !== 0)
  return {
    firstRow: rows[0] ?? 0,
    lastRow: rows[rows.length - 1] ?? 0,
    firstDay: known.length === 0 ? null : Math.min(...known),
    lastDay: known.length === 0 ? null : Math.max(...known),
  }
}

/** @returns the keys of a block as the file holds them: integers of 32 bits, little-endian, then the texts */
export function keyBytes({ rows, days, itemIds, strata, amounts }: RowBlock): Buffer {
  const integers = Buffer.allocUnsafe(4 * (rows.length + days.length))
  let at = 0
  for (const row of rows) at = integers.writeInt32LE(row, at)
  for (const day of days) at = integers.writeInt32LE(day, at)
  return Buffer.concat([integers, Buffer.from([...itemIds, ...strata, ...amounts].join(separator), 'utf8')])
}

/** @returns the keys of so many rows, as {@link keyBytes} wrote them */
export function readKeys(
  bytes: Buffer,
  { number, rows: count }: { number: number; rows: number },
  { hasDays, hasStrata, hasAmounts }: KeyColumns,
): KeyBlock {
  const daysEnd = count * 4 * (hasDays ? 2 : 1)
  const texts = bytes.toString('utf8', daysEnd).split(separator)
  const column = (place: number) => texts.slice(place * count, (place + 1) * count)
  return {
    number,
    rows: integersOf(bytes.subarray(0, count * 4)),
    days: hasDays ? integersOf(bytes.subarray(count * 4, daysEnd)) : null,
    itemIds: column(0),
    strata: hasStrata ? column(1) : null,
    amounts: hasAmounts ? column(hasStrata ? 2 : 1) : null,
  }
}

function integersOf(bytes: Buffer): Int32Array {
  const values = new Int32Array(bytes.length / 4)
  for (let at = 0; at < values.length; at += 1) values[at] = bytes.readInt32LE(at * 4)
  return values
}

/** @returns a day as its integer: `2025-10-01` → 20251001 */
export function dayInteger(day: string): number {
  let integer = 0
  for (let at = 0; at < day.length; at += 1) {
    const digit = day.charCodeAt(at) - zero
    if (digit >= 0) integer = integer * 10 + digit
  }
  return integer
}

const zero = 48

/** @returns the day of an integer; `null` for 0 */
export function dayText(day: number): string | null {
  if (day === 0) return null
  const text = String(day).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
