import type { Reader } from '../reader.ts'
import { type KeyBlock, type KeyColumns, readKeys, rowsPerBlock, separator } from './rowBlock.ts'

/** The rows of one population as they are stored: in which file, how many, how many cells each has, and which keys. */
export type StoredRows = KeyColumns & { populationId: string; sha256: string; rows: number; width: number }

/** @returns where the rows of a population are; `undefined` where there is none */
export function storedRows(reader: Reader, populationId: string): StoredRows | undefined {
  const found = reader.one<
    Record<'hasDays' | 'hasStrata' | 'hasAmounts' | 'rows' | 'width', number> & { sha256: string }
  >(
    `SELECT rows_sha256 AS sha256, rows, json_array_length(header) AS width,
       json_extract(columns, '$.date') IS NOT NULL AS hasDays,
       json_extract(columns, '$.stratum') IS NOT NULL AS hasStrata,
       json_extract(columns, '$.amount') IS NOT NULL AS hasAmounts
     FROM population WHERE id = @populationId`,
    { populationId },
  )
  if (found === undefined) return undefined
  const { sha256, rows, width, hasDays, hasStrata, hasAmounts } = found
  return {
    populationId,
    sha256,
    rows,
    width,
    hasDays: hasDays === 1,
    hasStrata: hasStrata === 1,
    hasAmounts: hasAmounts === 1,
  }
}

/** @returns how many blocks the rows fill */
export function blockCount({ rows }: StoredRows): number {
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

/** @returns the block that holds a row of the file, if any does */
export function blockOfRow(reader: Reader, { populationId }: StoredRows, row: number): number | undefined {
  return reader.one<{ number: number }>(
    `SELECT number FROM population_block
     WHERE population_id = @populationId AND first_row <= @row ORDER BY first_row DESC LIMIT 1`,
    { populationId, row },
  )?.number
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
