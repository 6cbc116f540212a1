import { createHash } from 'node:crypto'
import { BlockBuilder } from '../../../db/population/blockBuilder.ts'
import { dayInteger, hashBlock, type StoredBlock } from '../../../db/population/rowBlock.ts'
import type { LeftOutRow } from '../../../db/populationRows.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { FoldedIds } from '../../../shared/population/foldedIds.ts'
import { SequenceGaps } from '../../../shared/population/sequenceGaps.ts'
import type { RowMapping } from '../../../shared/population/takeRow.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { RowTaker } from './rowTaker.ts'

/** Rejected rows that an error names. */
export const listedRejected = 1000

/** Rejected rows that may be left out; more are another file than was meant, and no list that anybody reads. */
const mostSkipped = 10_000

/** What was taken of a file: how many rows, the hash over their blocks, how many were left out, and how dates were read. */
export type TakenRows = Pick<EntityRow<'population'>, 'rows' | 'rowsSha256' | 'rejectedRows' | 'dateFormat'>

/** Takes rows slice by slice into blocks, looks at their ids and days, and keeps a list of those that cannot be taken. */
export class RowTaking {
  readonly ids = new FoldedIds()
  readonly sequences = new SequenceGaps()
  /** Rows by day as an integer; 0 for rows without a day. */
  readonly days = new Map<number, number>()
  readonly leftOut: LeftOutRow[] = []
  readonly #mapping: RowMapping
  readonly #taker: RowTaker
  readonly #skipRejected: boolean
  readonly #blocks = new BlockBuilder()
  readonly #hash = createHash('sha256')
  #rejectedCount = 0
  #taken = 0

  /** @param isOrderGiven see {@link RowTaker} */
  constructor(mapping: RowMapping, { isOrderGiven, skipRejected }: { isOrderGiven: boolean; skipRejected: boolean }) {
    this.#mapping = mapping
    this.#taker = new RowTaker(mapping, isOrderGiven)
    this.#skipRejected = skipRejected
  }

  /** @returns the blocks that are full; none once a bad row has refused the file @throws DomainError `population.date_order_mixed` */
  take(rows: PackedRows): StoredBlock[] {
    this.#taker.begin(rows)
    const full: StoredBlock[] = []
    for (let at = 0; at < rows.length; at += 1) {
      const block = this.#takeRow(rows, at)
      if (block !== null) full.push(this.#hashed(block))
    }
    return this.#isRefused ? [] : full
  }

  /** @returns the last block, which is seldom full */
  rest(): StoredBlock[] {
    const block = this.#blocks.end()
    return block === null || this.#isRefused ? [] : [this.#hashed(block)]
  }

  get #isRefused(): boolean {
    return !this.#skipRejected && this.#rejectedCount > 0
  }

  #hashed(block: StoredBlock): StoredBlock {
    hashBlock(this.#hash, block)
    return block
  }

  #takeRow(rows: PackedRows, at: number): StoredBlock | null {
    const { taken, rejected } = this.#taker.take(rows, at)
    if (taken === null) {
      this.#reject(rejected, rows, at)
      return null
    }
    this.ids.add(taken.itemId, this.#taken)
    this.sequences.add(taken.itemId)
    if (taken.day !== null) {
      const day = taken.day === '' ? 0 : dayInteger(taken.day)
      this.days.set(day, (this.days.get(day) ?? 0) + 1)
    }
    this.#taken += 1
    return this.#blocks.add({ row: rows.number(at), ...taken, cells: rows.row(at) })
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
    const isRefused = this.#isRefused || this.#rejectedCount > mostSkipped || this.#taken === 0
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
      rows: this.#taken,
      rowsSha256: this.#hash.digest('hex'),
      rejectedRows: this.#rejectedCount,
      dateFormat: this.#mapping.date?.format ?? null,
    }
  }
}
