import { dayInteger, keyBytes, type RowBlock, rowsPerBlock, type Span, spanOf } from './rowBlock.ts'

/** A row as it was taken from a file. `null` where the mapping has no such column; blank days are `''`. */
export type NewRow = {
  row: number
  itemId: string
  day: string | null
  stratum: string | null
  amount: string | null
}

/** Where the cells of rows come from: UTF-8, each cell followed by NUL. */
export type CellSource = {
  rowBytes: (at: number) => number
  copyRow: (at: number, target: Uint8Array, start: number) => void
}

/** Where a block is in the file, and what it spans. */
export type BlockPlace = Span & {
  number: number
  keysStart: number
  keysLength: number
  cellsStart: number
  cellsLength: number
}

/** Bytes that the cells of a block may well need; more are made where they do. */
const cellsRoom = 16 * 1024

/** Blocks whose keys stand together: who reads ids alone skips the cells of so many. */
const blocksPerGroup = 256

/** Writes the file of a population's rows: takes rows as they come, and gives the bytes of each group that is full. */
export class RowsFile {
  /** The blocks whose bytes were given. */
  readonly places: BlockPlace[] = []
  #number = 0
  #length = 0
  #group: RowBlock[] = []
  #block = emptyBlock(0)
  #cells = Buffer.allocUnsafeSlow(cellsRoom)
  #used = 0

  /**
   * @param cells where the cells of the row are, and at which place there
   * @returns the bytes of the group that this row fills
   */
  add({ row, itemId, day, stratum, amount }: NewRow, cells: CellSource, at: number): Uint8Array[] {
    const block = this.#block
    block.rows.push(row)
    block.itemIds.push(itemId)
    if (day !== null) block.days.push(day === '' ? 0 : dayInteger(day))
    if (stratum !== null) block.strata.push(stratum)
    if (amount !== null) block.amounts.push(amount)
    this.#addCells(cells, at)
    if (block.rows.length < rowsPerBlock) return []
    this.#endBlock()
    return this.#group.length < blocksPerGroup ? [] : this.#endGroup()
  }

  /** @returns the bytes of the rest */
  end(): Uint8Array[] {
    if (this.#block.rows.length > 0) this.#endBlock()
    return this.#endGroup()
  }

  #addCells(cells: CellSource, at: number): void {
    const end = this.#used + cells.rowBytes(at)
    if (end > this.#cells.length) {
      const larger = Buffer.allocUnsafeSlow(2 * end)
      this.#cells.copy(larger, 0, 0, this.#used)
      this.#cells = larger
    }
    cells.copyRow(at, this.#cells, this.#used)
    this.#used = end
  }

  #endBlock(): void {
    // Between cells stands NUL, after the last one none.
    this.#group.push({ ...this.#block, cells: this.#cells.subarray(0, this.#used - 1) })
    this.#number += 1
    this.#block = emptyBlock(this.#number)
    // The block keeps its bytes; the next one is likely to need about as many.
    this.#cells = Buffer.allocUnsafeSlow(this.#used + cellsRoom / 8)
    this.#used = 0
  }

  #endGroup(): Uint8Array[] {
    const keys = this.#group.map(keyBytes)
    let keysStart = this.#length
    let cellsStart = keysStart + keys.reduce((sum, { length }) => sum + length, 0)
    for (const [at, { number, rows, days, cells }] of this.#group.entries()) {
      const keysLength = keys[at]?.length ?? 0
      this.places.push({
        number,
        ...spanOf(rows, days),
        keysStart,
        keysLength,
        cellsStart,
        cellsLength: cells.length,
      })
      keysStart += keysLength
      cellsStart += cells.length
    }
    const bytes = [...keys, ...this.#group.map(({ cells }) => cells)]
    this.#length = cellsStart
    this.#group = []
    return bytes
  }
}

function emptyBlock(number: number): RowBlock {
  return { number, rows: [], days: [], itemIds: [], strata: [], amounts: [], cells: new Uint8Array(0) }
}
