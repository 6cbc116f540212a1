import {
  blockCount,
  cellText,
  keyBlock,
  rowsOfBlock,
  type StoredRows,
  storedRows,
} from '../../../db/population/readBlocks.ts'
import { dayText, rowsPerBlock, separator } from '../../../db/population/rowBlock.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { isDecimal } from '../../../shared/population/decimal.ts'
import { type CellTest, cellTest, compareTexts } from '../../../shared/population/rowFilter.ts'
import { sortInSlices } from '../../../shared/population/sortInSlices.ts'
import { columnIndex } from '../csv/columns.ts'

/** Which rows of a population, in which order. */
export type RowChoice = Pick<CheckedParamsOf<'population.find'>, 'query' | 'filters' | 'sort'>

/** Places of rows in file order, counted from 0; `null` for all of them as they are. */
export type Places = Uint32Array | null

/** @returns whether a choice is all rows in file order */
export function isWhole({ query = '', filters = [], sort }: RowChoice): boolean {
  return query.trim() === '' && filters.length === 0 && sort === undefined
}

/** Cells of one column: of the file by its place, or the days that were read of the date column. */
type Cells = number | 'day'

/**
 * Finds the rows of a choice, block by block; each step ends after one, or after as much sorting.
 * @throws DomainError `csv.column_missing`
 */
export function* findPlaces(
  reader: Reader,
  population: EntityRow<'population'>,
  choice: RowChoice,
): Generator<number, Places> {
  const stored = storedRows(reader, population.id)
  if (isWhole(choice) || stored === undefined) return null
  const tests = (choice.filters ?? []).map((filter) => {
    const cells = cellsOf(population, filter.column)
    return { cells, test: cellTest(filter, cells === 'day') }
  })
  const query = choice.query?.trim().toLowerCase() ?? ''
  const order = choice.sort && new SortKeys(cellsOf(population, choice.sort.column), choice.sort.descending)
  const found: number[] = []
  for (let number = 0; number < blockCount(stored); number += 1) {
    const block = new ChoiceBlock(reader, stored, number)
    for (const at of block.matching(tests, query)) {
      found.push(number * rowsPerBlock + at)
      order?.add(block.cell(order.cells, at))
    }
    yield Math.min((number + 1) * rowsPerBlock, stored.rows)
  }
  const places = Uint32Array.from(found)
  if (order === undefined) return places
  for (const sorting = sortInSlices(Uint32Array.from(found.keys()), order.comparison()); ;) {
    const { done, value } = sorting.next()
    if (done === true) return value.map((at) => places[at] ?? 0)
    yield stored.rows
  }
}

function cellsOf({ header, columns }: EntityRow<'population'>, column: string): Cells {
  return column === columns.date ? 'day' : columnIndex(header, column)
}

/** One block as a choice looks at it; what is not asked for is not read. */
class ChoiceBlock {
  readonly #reader: Reader
  readonly #stored: StoredRows
  readonly #number: number
  #text: string | undefined
  #cells: string[] | undefined
  #days: Int32Array | null | undefined

  constructor(reader: Reader, stored: StoredRows, number: number) {
    this.#reader = reader
    this.#stored = stored
    this.#number = number
  }

  matching(tests: readonly { cells: Cells; test: CellTest }[], query: string): number[] {
    // Most blocks do not hold what is looked for: one look at the whole text spares its cells.
    if (query !== '' && !this.#wholeText().toLowerCase().includes(query)) return []
    const rows = rowsOfBlock(this.#stored, this.#number)
    return Array.from({ length: rows }, (_row, at) => at).filter(
      (at) => tests.every(({ cells, test }) => test(this.cell(cells, at))) && (query === '' || this.#holds(at, query)),
    )
  }

  cell(cells: Cells, at: number): string {
    if (cells !== 'day') return this.#allCells()[at * this.#stored.width + cells] ?? ''
    this.#days ??= keyBlock(this.#reader, this.#stored, this.#number)?.days ?? null
    return dayText(this.#days?.[at] ?? 0) ?? ''
  }

  #holds(at: number, query: string): boolean {
    const { width } = this.#stored
    return this.#allCells()
      .slice(at * width, (at + 1) * width)
      .some((cell) => cell.toLowerCase().includes(query))
  }

  #wholeText(): string {
    this.#text ??= cellText(this.#reader, this.#stored, this.#number)
    return this.#text
  }

  #allCells(): string[] {
    this.#cells ??= this.#wholeText().split(separator)
    return this.#cells
  }
}

/** What rows are ordered by: by value where every cell is a plain decimal or blank, else as texts without case. Blank ones come last. */
class SortKeys {
  readonly cells: Cells
  readonly #descending: boolean
  readonly #texts: string[] = []
  #areNumbers = true

  constructor(cells: Cells, descending: boolean) {
    this.cells = cells
    this.#descending = descending
  }

  add(cell: string): void {
    const text = cell.trim().toLowerCase()
    this.#texts.push(text)
    this.#areNumbers &&= text === '' || isDecimal(text)
  }

  comparison(): (a: number, b: number) => number {
    const texts = this.#texts
    const sign = this.#descending ? -1 : 1
    const values = this.#areNumbers ? Float64Array.from(texts, Number) : null
    return (a, b) => {
      const [left = '', right = ''] = [texts[a], texts[b]]
      if (left === '' || right === '') return Number(left === '') - Number(right === '')
      return sign * (values === null ? compareTexts(left, right) : (values[a] ?? 0) - (values[b] ?? 0))
    }
  }
}
