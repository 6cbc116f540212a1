import { dayInteger } from '../../../db/population/rowBlock.ts'
import { RowsFile } from '../../../db/population/rowsFile.ts'
import type { LeftOutRow } from '../../../db/populationRows.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { RowMapping } from '../../../shared/population/takeRow.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { RowTaker } from './rowTaker.ts'
import { SeenRows } from './seenRows.ts'

/** Rejected rows that an error names. */
export const listedRejected = 1000

/** Rejected rows that may be left out; more are another file than was meant, and no list that anybody reads. */
const mostSkipped = 10_000

/** What was taken of a file: how many rows, how many were left out, and how dates were read. */
export type TakenRows = Pick<EntityRow<'population'>, 'rows' | 'rejectedRows' | 'dateFormat'>

const nothing: readonly Uint8Array[] = []

/** Takes rows slice by slice into the file of a population's rows, looks at their ids and days, and lists those that cannot be taken. */
export class RowTaking {
  readonly file = new RowsFile()
  readonly seen = new SeenRows()
  readonly leftOut: LeftOutRow[] = []
  readonly #mapping: RowMapping
  readonly #taker: RowTaker
  readonly #skipRejected: boolean
  #rejectedCount = 0

  /** @param isOrderGiven see {@link RowTaker} */
  constructor(mapping: RowMapping, { isOrderGiven, skipRejected }: { isOrderGiven: boolean; skipRejected: boolean }) {
    this.#mapping = mapping
    this.#taker = new RowTaker(mapping, isOrderGiven)
    this.#skipRejected = skipRejected
  }

  /**
   * @returns the bytes that the rows add to the file; none once a bad row has refused it
   * @throws DomainError `population.date_order_mixed`
   */
  take(rows: PackedRows): Uint8Array[] {
    this.#taker.begin(rows)
    const pieces: Uint8Array[] = []
    for (let at = 0; at < rows.length; at += 1) {
      const bytes = this.#takeRow(rows, at)
      if (bytes.length > 0) pieces.push(...bytes)
    }
    return this.#isRefused ? [] : pieces
  }

  get #isRefused(): boolean {
    return !this.#skipRejected && this.#rejectedCount > 0
  }

  #takeRow(rows: PackedRows, at: number): readonly Uint8Array[] {
    const { taken, rejected } = this.#taker.take(rows, at)
    if (taken === null) {
      this.#reject(rejected, rows, at)
      return nothing
    }
    const { itemId, day, stratum, amount } = taken
    this.seen.add(itemId, day === null ? null : dayInteger(day))
    return this.file.add({ row: rows.number(at), itemId, day, stratum, amount }, rows, at)
  }

  #reject(row: RejectedRow, rows: PackedRows, at: number): void {
    this.#rejectedCount += 1
    const limit = this.#skipRejected ? mostSkipped : listedRejected
    if (this.leftOut.length < limit) this.leftOut.push({ ...row, cells: rows.cells(at) })
  }

  /** Rows that cannot be taken, without their cells. */
  get rejected(): RejectedRow[] {
    return this.leftOut.map(({ cells: _cells, ...row }) => row)
  }

  /** @returns what was taken, after the last slice @throws DomainError `population.bad_rows` */
  result(): TakenRows {
    const [first] = this.rejected
    const isRefused = this.#isRefused || this.#rejectedCount > mostSkipped || this.seen.count === 0
    if (first !== undefined && isRefused) {
      const rejected = this.rejected.slice(0, listedRejected)
      throw new DomainError('population.bad_rows', {
        ...first,
        column: first.column ?? '',
        count: this.#rejectedCount,
        rejected,
      })
    }
    return {
      rows: this.seen.count,
      rejectedRows: this.#rejectedCount,
      dateFormat: this.#mapping.date?.format ?? null,
    }
  }
}
