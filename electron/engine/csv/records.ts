import { DomainError } from '../../../shared/errors/domainError.ts'
import { cellEnd, PackedRows } from '../table/packedRows.ts'
import { longestRowBytes } from './limits.ts'

const quote = 0x22
const carriageReturn = 0x0d
const lineFeed = 0x0a

/**
 * The records of delimited text (RFC 4180), strictly: a quote stands around a whole cell or is doubled within one. Cells stay
 * the text that they are. A line break within quotes belongs to its cell, so that the n-th record is row n of a spreadsheet.
 * A blank line is a record of one empty cell. Our own reader, because csv-parse makes a string of every cell and alone takes
 * longer over a million rows than the whole import may; it judges this one in the tests.
 * @param pieces UTF-8 without NUL
 * @returns the records that each piece completes
 * @throws DomainError `csv.unclosed_quote`, `csv.row_too_long`, `csv.malformed`
 */
export async function* recordsOf(pieces: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<PackedRows> {
  const reader = new RecordReader(delimiter)
  for await (const piece of pieces) {
    const rows = reader.read(piece, false)
    if (rows.length > 0) yield rows
  }
  const rest = reader.read(new Uint8Array(0), true)
  if (rest.length > 0) yield rest
}

/** Where the reading of a piece stands. */
type Place = { from: number; to: number; cells: number; rows: number }

class RecordReader {
  readonly #delimiter: number
  /** The beginning of a record whose end has not come yet. */
  #begun: Buffer = Buffer.alloc(0)
  #records = 0
  #source: Buffer = Buffer.alloc(0)
  #isLast = false
  #bytes: Buffer = Buffer.alloc(0)
  #cellEnds = new Uint32Array(0)
  #endCells = new Uint32Array(0)

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  read(piece: Uint8Array, isLast: boolean): PackedRows {
    this.#source = Buffer.concat([this.#begun, piece])
    this.#isLast = isLast
    // Every byte may be a cell that ends, and an end of the text ends one more.
    const room = this.#source.length + 1
    this.#bytes = Buffer.allocUnsafeSlow(room)
    if (this.#cellEnds.length < room) this.#cellEnds = new Uint32Array(room)
    if (this.#endCells.length < room) this.#endCells = new Uint32Array(room)
    const { from, to, cells, rows } = this.#readRecords()
    this.#begun = this.#source.subarray(from)
    if (this.#begun.length > longestRowBytes) throw this.#tooLong(rows, this.#begun.includes(quote))
    const firstNumber = this.#records + 1
    this.#records += rows
    return new PackedRows({
      bytes: this.#bytes.subarray(0, to),
      cellEnds: this.#cellEnds.slice(0, cells),
      firstCells: Uint32Array.from({ length: rows }, (_row, at) => (at === 0 ? 0 : (this.#endCells[at - 1] ?? 0))),
      endCells: this.#endCells.slice(0, rows),
      numbers: Uint32Array.from({ length: rows }, (_row, at) => firstNumber + at),
    })
  }

  #readRecords(): Place {
    const place: Place = { from: 0, to: 0, cells: 0, rows: 0 }
    while (place.from < this.#source.length && this.#readRecord(place)) place.rows += 1
    return place
  }

  /** Reads one record and moves the place behind it; where its end is not there yet, the place stays. */
  #readRecord(place: Place): boolean {
    const source = this.#source
    const end = source.length
    let { from, to, cells } = place
    for (;;) {
      if (source[from] === quote) {
        const closed = this.#readQuoted(from + 1, to, place.rows)
        if (closed === null) return false
        ;[from, to] = closed
      } else {
        let byte = source[from]
        while (from < end && byte !== this.#delimiter && byte !== lineFeed && byte !== carriageReturn) {
          if (byte === quote) throw this.#malformed(place.rows, 'a quote opens in the middle of a cell')
          this.#bytes[to] = byte as number
          to += 1
          from += 1
          byte = source[from]
        }
      }
      if (from === end && !this.#isLast) return false
      this.#bytes[to] = cellEnd
      this.#cellEnds[cells] = to
      to += 1
      cells += 1
      if (source[from] !== this.#delimiter) break
      from += 1
    }
    if (source[from] === carriageReturn) {
      if (from + 1 === end && !this.#isLast) return false
      from += 1
      if (source[from] === lineFeed) from += 1
    } else if (from < end) from += 1
    if (from - place.from > longestRowBytes) throw this.#tooLong(place.rows, false)
    this.#endCells[place.rows] = cells
    Object.assign(place, { from, to, cells })
    return true
  }

  /** @returns the places behind a quoted cell, in the source and in the cells; `null` where its end is not there yet */
  #readQuoted(start: number, target: number, rows: number): [from: number, to: number] | null {
    const source = this.#source
    let from = start
    let to = target
    for (;;) {
      const close = source.indexOf(quote, from)
      if (close < 0) {
        if (this.#isLast) throw new DomainError('csv.unclosed_quote', { row: this.#records + rows + 1 })
        return null
      }
      source.copy(this.#bytes, to, from, close)
      to += close - from
      from = close + 1
      if (from === source.length && !this.#isLast) return null
      if (source[from] !== quote) break
      this.#bytes[to] = quote
      to += 1
      from += 1
    }
    const next = source[from]
    const isEnd = from === source.length || next === this.#delimiter || next === lineFeed || next === carriageReturn
    if (!isEnd) throw this.#malformed(rows, 'text follows the quote that closes a cell')
    return [from, to]
  }

  #malformed(rows: number, problem: string): DomainError {
    return new DomainError('csv.malformed', { row: this.#records + rows + 1, problem })
  }

  /** A quote that stays open for a whole row's length is taken as never closed. */
  #tooLong(rows: number, mayBeQuoted: boolean): DomainError {
    const row = this.#records + rows + 1
    if (mayBeQuoted) return new DomainError('csv.unclosed_quote', { row })
    return new DomainError('csv.row_too_long', { row, limit: longestRowBytes })
  }
}
