import type { Hash } from 'node:crypto'

/**
 * Rows of a population are stored in blocks, in file order: what most questions need (ids, days, strata, amounts) as short
 * columns, and the cells as one text. A million rows are four thousand blocks then, which are written and read at the
 * speed of the disk, and a page of rows in any order touches few of them.
 */
export const rowsPerBlock = 256

/** Bytes that the cells of a block may well need; more are made where they do. */
export const cellsRoom = 64 * 1024

/** Stands between the parts of a column's text. Readers of files let no NUL through, so it cannot be part of a cell. */
const separator = '\0'

/** A block as it is stored. Columns that the mapping does not have are `null`. */
export type StoredBlock = {
  /** Place of the block in its population, from 0. */
  number: number
  /** Rows of the file, header being row 1: little-endian 32-bit integers. */
  rows: Buffer
  /** Days as the integers 20251001, 0 for none: little-endian 32-bit. */
  days: Buffer | null
  itemIds: Buffer
  strata: Buffer | null
  amounts: Buffer | null
  /** All cells of all rows, row by row. */
  cells: Buffer
}

/** The parts of rows that have a meaning; `cells` are asked for apart. */
export type KeyBlock = {
  number: number
  rows: Int32Array
  days: Int32Array | null
  itemIds: string[]
  strata: string[] | null
  amounts: string[] | null
}

/** @returns texts as a column holds them */
export function textColumn(texts: readonly string[]): Buffer {
  return Buffer.from(texts.join(separator), 'utf8')
}

/** @returns the texts of a column of so many */
export function columnTexts(column: Buffer): string[] {
  return column.toString('utf8').split(separator)
}

/** @returns integers as a column holds them */
export function integerColumn(values: readonly number[]): Buffer {
  const column = Buffer.allocUnsafe(values.length * 4)
  for (const [at, value] of values.entries()) column.writeInt32LE(value, at * 4)
  return column
}

/** @returns the integers of a column */
export function columnIntegers(column: Buffer): Int32Array {
  const values = new Int32Array(column.length / 4)
  for (let at = 0; at < values.length; at += 1) values[at] = column.readInt32LE(at * 4)
  return values
}

/** @returns the key columns of a stored block */
export function keysOf({ number, rows, days, itemIds, strata, amounts }: Omit<StoredBlock, 'cells'>): KeyBlock {
  return {
    number,
    rows: columnIntegers(rows),
    days: days === null ? null : columnIntegers(days),
    itemIds: columnTexts(itemIds),
    strata: strata === null ? null : columnTexts(strata),
    amounts: amounts === null ? null : columnTexts(amounts),
  }
}

/** Adds a block to the hash that the journal holds over all blocks of a population: each column with its length before it. */
export function hashBlock(hash: Hash, block: Omit<StoredBlock, 'number'>): void {
  for (const column of [block.rows, block.days, block.itemIds, block.strata, block.amounts, block.cells]) {
    hash.update(`${column === null ? '-' : column.length}\n`)
    if (column !== null) hash.update(column)
  }
}

/** @returns a day as its integer: `2025-10-01` → 20251001 */
export function dayInteger(day: string): number {
  return Number(day.replaceAll('-', ''))
}

/** @returns the day of an integer; `null` for 0 */
export function dayText(day: number): string | null {
  if (day === 0) return null
  const text = String(day).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
