import { blockCount, cellsOfBlock, keyBlock, storedRows } from '../../../db/population/readBlocks.ts'
import { dayText, rowsPerBlock } from '../../../db/population/rowBlock.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { ColumnSummary } from '../../../shared/population/columnSummary.ts'
import { columnIndex } from '../csv/columns.ts'
import type { JobContext } from '../handler.ts'
import { placesInSlices } from './foundRows.ts'
import { loadPopulation } from './load.ts'

/** Blocks that are read before other work may run. */
const blocksAtOnce = 50

/** Gathers what a column of a population, or of some of its rows, holds. @throws DomainError `csv.column_missing` */
export async function summariseColumn(
  { populationId, column, query, filters }: CheckedParamsOf<'population.columnSummary'>,
  context: JobContext,
): Promise<ResultOf<'population.columnSummary'>> {
  const { reader, pause, progress } = context
  const population = loadPopulation(reader, populationId)
  const at = columnIndex(population.header, column)
  const isDay = column === population.columns.date
  const summary = new ColumnSummary(isDay)
  const stored = storedRows(reader, populationId)
  // The order of the rows does not matter here.
  const places = await placesInSlices(population, { query, filters }, context)
  const byBlock = places && Map.groupBy(places, (place) => Math.floor(place / rowsPerBlock))
  if (stored === undefined) return summary.result()
  for (let number = 0; number < blockCount(stored); number += 1) {
    const wanted = byBlock === null ? null : (byBlock.get(number) ?? [])
    if (wanted?.length === 0) continue
    const cells = isDay
      ? [...(keyBlock(reader, stored, number)?.days ?? [])].map((day) => dayText(day) ?? '')
      : everyNth(cellsOfBlock(reader, stored, number), at, stored.width)
    if (wanted === null) for (const cell of cells) summary.add(cell)
    else for (const place of wanted) summary.add(cells[place % rowsPerBlock] ?? '')
    if (number % blocksAtOnce > 0) continue
    progress(number * rowsPerBlock, stored.rows, 'Looking through the column')
    // Others are let in between two slices.
    await pause()
  }
  return summary.result()
}

function everyNth(cells: readonly string[], first: number, step: number): string[] {
  return Array.from({ length: Math.floor(cells.length / step) }, (_cell, at) => cells[first + at * step] ?? '')
}
