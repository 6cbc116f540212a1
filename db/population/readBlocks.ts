import type { EntityRow } from '../../shared/model/entities.ts'
import type { DateFormat } from '../../shared/period/dateFormat.ts'
import type { Reader } from '../reader.ts'
import { type KeyBlock, type KeyColumns, readKeys, rowsPerBlock, separator } from './rowBlock.ts'

/** The rows of one population as they are stored: in which file, how many, and how their cells were mapped. */
export type StoredRows = KeyColumns & {
  populationId: string
  sha256: string
  rows: number
  /** Cells of every row. */
  width: number
  /** Columns by their place; -1 where the mapping has none. */
  itemIdAt: number
  dateAt: number
  stratumAt: number
  amountAt: number
  dateFormat: DateFormat | null
}

/** @returns where the rows of a population are; `undefined` where there is none */
export function storedRows(reader: Reader, populationId: string): StoredRows | undefined {
  const found = reader.one<{
    sha256: string
    rows: number
    header: string
    columns: string
    dateFormat: string | null
  }>(
    'SELECT rows_sha256 AS sha256, rows, header, columns, date_format AS dateFormat FROM population WHERE id = @populationId',
    { populationId },
  )
  if (found === undefined) return undefined
  const header = JSON.parse(found.header) as string[]
  const columns = JSON.parse(found.columns) as EntityRow<'population'>['columns']
  const place = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name))
  const [dateAt, stratumAt, amountAt] = [place(columns.date), place(columns.stratum), place(columns.amount)]
  return {
    populationId,
    sha256: found.sha256,
    rows: found.rows,
    width: header.length,
    itemIdAt: place(columns.itemId),
    dateAt,
    stratumAt,
    amountAt,
    dateFormat: found.dateFormat as DateFormat | null,
    hasDays: dateAt >= 0,
    hasStrata: stratumAt >= 0,
    hasAmounts: amountAt >= 0,
  }
}

/** @returns how many blocks the rows fill */
export function blockCount({ rows }: Pick<StoredRows, 'rows'>): number {
  return Math.ceil(rows / rowsPerBlock)
}

/** @returns how many rows a block has: all but the last one are full */
export function rowsOfBlock({ rows }: StoredRows, number: number): number {
  return Math.min(rowsPerBlock, rows - number * rowsPerBlock)
}

type Part = { start: number; length: number }

function partOf(
  reader: Reader,
  { populationId }: StoredRows,
  number: number,
  part: 'keys' | 'cells',
): Part | undefined {
  return reader.one<Part>(
    `SELECT ${part}_start AS start, ${part}_length AS length FROM population_block
     WHERE population_id = @populationId AND number = @number`,
    { populationId, number },
  )
}

/** @returns row, day, id, stratum and amount of the rows of a block @throws DomainError `blob.missing`, `blob.damaged` */
export function keyBlock(reader: Reader, stored: StoredRows, number: number): KeyBlock | undefined {
  const part = partOf(reader, stored, number, 'keys')
  if (part === undefined) return undefined
  const bytes = reader.filePart(stored.sha256, part.start, part.length)
  return readKeys(bytes, { number, rows: rowsOfBlock(stored, number) }, stored)
}

/** The keys of all blocks in file order, each read when it is asked for. @throws DomainError as {@link keyBlock} */
export function* keyBlocks(reader: Reader, populationId: string): IterableIterator<KeyBlock> {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return
  for (let number = 0; number < blockCount(stored); number += 1) {
    const block = keyBlock(reader, stored, number)
    if (block !== undefined) yield block
  }
}

/** @returns the cells of a block as one text with NUL between them, row by row @throws DomainError as {@link keyBlock} */
export function cellText(reader: Reader, stored: StoredRows, number: number): string {
  const part = partOf(reader, stored, number, 'cells')
  return part === undefined ? '' : reader.filePart(stored.sha256, part.start, part.length).toString('utf8')
}

/** @returns the cells of a block, row by row @throws DomainError as {@link keyBlock} */
export function cellsOfBlock(reader: Reader, stored: StoredRows, number: number): string[] {
  return cellText(reader, stored, number).split(separator)
}

/** @returns the rows of the file that the rows of a block were; where none was left out between them, no key is read */
export function rowNumbers(reader: Reader, stored: StoredRows, number: number): (at: number) => number {
  const { populationId } = stored
  const span = reader.one<{ first: number; last: number }>(
    `SELECT first_row AS first, last_row AS last FROM population_block
     WHERE population_id = @populationId AND number = @number`,
    { populationId, number },
  )
  if (span === undefined) return () => 0
  if (span.last - span.first + 1 === rowsOfBlock(stored, number)) return (at) => span.first + at
  const rows = keyBlock(reader, stored, number)?.rows
  return (at) => rows?.[at] ?? 0
}

/** @returns the block that holds a row of the file, if any does */
export function blockOfRow(reader: Reader, { populationId }: StoredRows, row: number): number | undefined {
  return reader.one<{ number: number }>(
    `SELECT number FROM population_block
     WHERE population_id = @populationId AND first_row <= @row ORDER BY first_row DESC LIMIT 1`,
    { populationId, row },
  )?.number
}

/** @returns the same for many rows: where the blocks begin is read once */
export function blockFinder(reader: Reader, { populationId }: StoredRows): (row: number) => number | undefined {
  const blocks = reader.all<{ number: number; first: number }>(
    'SELECT number, first_row AS first FROM population_block WHERE population_id = @populationId ORDER BY first_row',
    { populationId },
  )
  return (row) => {
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((blocks[middle]?.first ?? 0) <= row) low = middle + 1
      else high = middle
    }
    return blocks[low - 1]?.number
  }
}

/** @returns the blocks in which a day lies before or after those given, as integers, in file order */
export function blocksOutside(reader: Reader, populationId: string, before: number, after: number): number[] {
  return reader
    .all<{ number: number }>(
      `SELECT number FROM population_block
       WHERE population_id = @populationId AND (first_day < @before OR last_day > @after) ORDER BY number`,
      { populationId, before, after },
    )
    .map(({ number }) => number)
}
