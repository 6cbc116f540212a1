import type { Reader } from '../reader.ts'
import { columnTexts, type KeyBlock, keysOf, rowsPerBlock, type StoredBlock } from './rowBlock.ts'

/** The rows of one population as they are stored: under which key, how many, and how many cells each has. */
export type StoredRows = { key: number; rows: number; width: number }

/** @returns where the rows of a population are; `undefined` where it has none */
export function storedRows(reader: Reader, populationId: string): StoredRows | undefined {
  return reader.one<StoredRows>(
    `SELECT stored.key AS key, stored.rows AS rows, json_array_length(population.header) AS width
     FROM population_rows AS stored JOIN population ON population.id = stored.population_id
     WHERE stored.population_id = @populationId`,
    { populationId },
  )
}

const keyColumns = 'number, rows, days, item_ids AS itemIds, strata, amounts'

/** @returns ids, days, strata and amounts of a block */
export function keyBlock(reader: Reader, key: number, number: number): KeyBlock | undefined {
  const stored = reader.one<Omit<StoredBlock, 'cells'>>(
    `SELECT ${keyColumns} FROM population_block WHERE rows_key = @key AND number = @number`,
    { key, number },
  )
  return stored && keysOf(stored)
}

/** The key columns of all blocks in file order. Each is read when it is asked for, so that others may write in between. */
export function* keyBlocks(reader: Reader, populationId: string): IterableIterator<KeyBlock> {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return
  for (let number = 0; number * rowsPerBlock < stored.rows; number += 1) {
    const block = keyBlock(reader, stored.key, number)
    if (block !== undefined) yield block
  }
}

/** @returns a whole block, as it was stored */
export function storedBlock(reader: Reader, key: number, number: number): StoredBlock | undefined {
  return reader.one<StoredBlock>(
    `SELECT ${keyColumns}, cells FROM population_block WHERE rows_key = @key AND number = @number`,
    { key, number },
  )
}

/** @returns the cells of a block as one text with NUL between them, row by row; empty where there is no such block */
export function cellText(reader: Reader, key: number, number: number): string {
  const found = reader.one<{ cells: Buffer }>(
    'SELECT cells FROM population_block WHERE rows_key = @key AND number = @number',
    { key, number },
  )
  return found?.cells.toString('utf8') ?? ''
}

/** @returns the cells of the rows of a block */
export function rowCells(block: StoredBlock, width: number): string[][] {
  const cells = columnTexts(block.cells)
  return Array.from({ length: block.rows.length / 4 }, (_row, at) => cells.slice(at * width, (at + 1) * width))
}

/** @returns the block that holds a row of the file, if any does */
export function blockOfRow(reader: Reader, key: number, row: number): number | undefined {
  return reader.one<{ number: number }>(
    'SELECT number FROM population_block WHERE rows_key = @key AND first_row <= @row ORDER BY first_row DESC LIMIT 1',
    { key, row },
  )?.number
}

/** @returns the blocks in which a day lies before or after those given, as {@link dayInteger}s, in file order */
export function blocksOutside(reader: Reader, key: number, before: number, after: number): number[] {
  return reader
    .all<{ number: number }>(
      `SELECT number FROM population_block
       WHERE rows_key = @key AND (first_day < @before OR last_day > @after) ORDER BY number`,
      { key, before, after },
    )
    .map(({ number }) => number)
}
