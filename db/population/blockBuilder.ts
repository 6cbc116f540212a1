import { cellsRoom, dayInteger, integerColumn, rowsPerBlock, type StoredBlock, textColumn } from './rowBlock.ts'

/** A row as it was taken from a file. `null` where the mapping has no such column; blank days are `''`. */
export type NewRow = {
  row: number
  itemId: string
  day: string | null
  stratum: string | null
  amount: string | null
  /** UTF-8 of the row's cells, each followed by NUL. */
  cells: Uint8Array
}

/** Puts rows into blocks as they come. */
export class BlockBuilder {
  #number = 0
  #rows: number[] = []
  #days: number[] = []
  #itemIds: string[] = []
  #strata: string[] = []
  #amounts: string[] = []
  #cells = Buffer.allocUnsafeSlow(cellsRoom)
  #used = 0

  /** @returns the block that this row fills, once it is full */
  add({ row, itemId, day, stratum, amount, cells }: NewRow): StoredBlock | null {
    this.#rows.push(row)
    this.#itemIds.push(itemId)
    if (day !== null) this.#days.push(day === '' ? 0 : dayInteger(day))
    if (stratum !== null) this.#strata.push(stratum)
    if (amount !== null) this.#amounts.push(amount)
    this.#addCells(cells)
    return this.#rows.length === rowsPerBlock ? this.#take() : null
  }

  /** @returns the last block, unless the rows ended with a full one */
  end(): StoredBlock | null {
    return this.#rows.length === 0 ? null : this.#take()
  }

  #addCells(cells: Uint8Array): void {
    if (this.#used + cells.length > this.#cells.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (this.#used + cells.length))
      this.#cells.copy(larger, 0, 0, this.#used)
      this.#cells = larger
    }
    this.#cells.set(cells, this.#used)
    this.#used += cells.length
  }

  #take(): StoredBlock {
    const block = {
      number: this.#number,
      rows: integerColumn(this.#rows),
      days: this.#days.length === 0 ? null : integerColumn(this.#days),
      itemIds: textColumn(this.#itemIds),
      strata: this.#strata.length === 0 ? null : textColumn(this.#strata),
      amounts: this.#amounts.length === 0 ? null : textColumn(this.#amounts),
      // Between cells stands NUL, after the last one none.
      cells: Buffer.from(this.#cells.subarray(0, this.#used - 1)),
    }
    this.#number += 1
    this.#rows = []
    this.#days = []
    this.#itemIds = []
    this.#strata = []
    this.#amounts = []
    this.#used = 0
    return block
  }
}
