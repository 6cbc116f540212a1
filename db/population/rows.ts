import { parseDate } from '../../shared/period/dateFormat.ts'
import type { Reader } from '../reader.ts'
import { blockOfRow, cellsOfBlock, rowNumbers, rowsOfBlock, type StoredRows, storedRows } from './readBlocks.ts'
import { rowsPerBlock } from './rowBlock.ts'

/** A row of a population with all that it holds. */
export type StoredRow = {
  /** Row of the file, header being row 1. */
  row: number
  itemId: string
  date: string | null
  stratum: string | null
  amount: string | null
  cells: string[]
}

/** @returns the rows at places in file order, counted from 0, in the order asked for; places that do not exist are left out */
export function rowsAtPlaces(reader: Reader, populationId: string, places: readonly number[]): StoredRow[] {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return []
  const blocks = new Map<number, BlockRows>()
  return places.flatMap((place) => {
    if (place < 0 || place >= stored.rows) return []
    const number = Math.floor(place / rowsPerBlock)
    const block = blocks.get(number) ?? new BlockRows(reader, stored, number)
    blocks.set(number, block)
    return [block.row(place % rowsPerBlock)]
  })
}

/** @returns the rows of a population by their number in the file; those that it does not have are missing */
export function rowsByNumber(reader: Reader, populationId: string, numbers: Iterable<number>): Map<number, StoredRow> {
  const found = new Map<number, StoredRow>()
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return found
  for (const [number, rows] of Map.groupBy(numbers, (row) => blockOfRow(reader, stored, row))) {
    if (number === undefined) continue
    const block = new BlockRows(reader, stored, number)
    for (const row of rows) {
      const at = block.placeOf(row)
      if (at >= 0) found.set(row, block.row(at))
    }
  }
  return found
}

/** @returns all rows of a block */
export function blockRows(reader: Reader, stored: StoredRows, number: number): StoredRow[] {
  const block = new BlockRows(reader, stored, number)
  return Array.from({ length: rowsOfBlock(stored, number) }, (_row, at) => block.row(at))
}

/** The rows of one block, each made when it is asked for. What the mapping makes of cells is made of them again, so that the keys need not be read. */
class BlockRows {
  readonly #stored: StoredRows
  readonly #cells: string[]
  readonly #numberOf: (at: number) => number

  constructor(reader: Reader, stored: StoredRows, number: number) {
    this.#stored = stored
    this.#cells = cellsOfBlock(reader, stored, number)
    this.#numberOf = rowNumbers(reader, stored, number)
  }

  /** @returns where a row of the file is in the block; -1 where it is not there */
  placeOf(row: number): number {
    const rows = this.#cells.length / this.#stored.width
    return Array.from({ length: rows }, (_row, at) => this.#numberOf(at)).indexOf(row)
  }

  row(at: number): StoredRow {
    const { width, itemIdAt, dateAt, stratumAt, amountAt, dateFormat } = this.#stored
    const cells = this.#cells.slice(at * width, (at + 1) * width)
    const date = dateAt < 0 || dateFormat === null ? null : parseDate(cells[dateAt] ?? '', dateFormat)
    const amount = amountAt < 0 ? '' : (cells[amountAt] ?? '').trim()
    return {
      row: this.#numberOf(at),
      itemId: cells[itemIdAt] ?? '',
      date: date?.ok === true ? date.date : null,
      stratum: stratumAt < 0 ? null : (cells[stratumAt] ?? ''),
      amount: amount === '' ? null : amount,
      cells,
    }
  }
}
