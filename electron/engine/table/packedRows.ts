/** Stands after every cell in packed text. No reader lets it through from outside, so it cannot be part of a cell. */
export const cellEnd = 0

/** What {@link PackedRows} are made of. */
export type PackedParts = {
  /** UTF-8 of all cells, each followed by {@link cellEnd}. */
  bytes: Buffer
  /** Where each cell ends: the place of its {@link cellEnd}. */
  cellEnds: Uint32Array
  /** For each row its first cell, and the one behind its last. */
  firstCells: Uint32Array
  endCells: Uint32Array
  /** Row of the file as a spreadsheet counts it, for each row. */
  numbers: Uint32Array
}

/**
 * Rows of a file as one text. A million rows of a dozen cells are twelve million strings otherwise, most of which nobody
 * ever looks at; here a cell becomes a string when it is asked for.
 */
export class PackedRows {
  readonly #bytes: Buffer
  readonly #cellEnds: Uint32Array
  readonly #firstCells: Uint32Array
  readonly #endCells: Uint32Array
  readonly #numbers: Uint32Array

  constructor({ bytes, cellEnds, firstCells, endCells, numbers }: PackedParts) {
    this.#bytes = bytes
    this.#cellEnds = cellEnds
    this.#firstCells = firstCells
    this.#endCells = endCells
    this.#numbers = numbers
  }

  get length(): number {
    return this.#numbers.length
  }

  /** @returns the row of the file, the header being row 1 */
  number(at: number): number {
    return this.#numbers[at] ?? 0
  }

  /** @returns how many cells a row has */
  width(at: number): number {
    return (this.#endCells[at] ?? 0) - (this.#firstCells[at] ?? 0)
  }

  /** @returns the text of a cell, columns counting from 0; nothing where the row is shorter */
  cell(at: number, column: number): string {
    const cell = (this.#firstCells[at] ?? 0) + column
    if (cell >= (this.#endCells[at] ?? 0)) return ''
    return this.#bytes.toString('utf8', this.#startOf(cell), this.#cellEnds[cell])
  }

  /** @returns the texts of all cells of a row */
  cells(at: number): string[] {
    return Array.from({ length: this.width(at) }, (_cell, column) => this.cell(at, column))
  }

  /** @returns how many bytes a row has: each cell with its {@link cellEnd} */
  rowBytes(at: number): number {
    return this.#startOf(this.#endCells[at] ?? 0) - this.#startOf(this.#firstCells[at] ?? 0)
  }

  /** Copies the bytes of a row. */
  copyRow(at: number, target: Uint8Array, start: number): void {
    const [from, to] = [this.#startOf(this.#firstCells[at] ?? 0), this.#startOf(this.#endCells[at] ?? 0)]
    this.#bytes.copy(target, start, from, to)
  }

  /** Whether a row is a blank line: one cell with nothing in it. */
  isBlank(at: number): boolean {
    const first = this.#firstCells[at] ?? 0
    return this.width(at) === 1 && this.#cellEnds[first] === this.#startOf(first)
  }

  /** @returns the rows at some places, in that order */
  pick(places: readonly number[]): PackedRows {
    const of = (values: Uint32Array) => Uint32Array.from(places, (at) => values[at] ?? 0)
    return new PackedRows({
      bytes: this.#bytes,
      cellEnds: this.#cellEnds,
      firstCells: of(this.#firstCells),
      endCells: of(this.#endCells),
      numbers: of(this.#numbers),
    })
  }

  /** @returns the rows from a place on, at most so many */
  slice(from: number, count: number): PackedRows {
    return new PackedRows({
      bytes: this.#bytes,
      cellEnds: this.#cellEnds,
      firstCells: this.#firstCells.subarray(from, from + count),
      endCells: this.#endCells.subarray(from, from + count),
      numbers: this.#numbers.subarray(from, from + count),
    })
  }

  #startOf(cell: number): number {
    return cell === 0 ? 0 : (this.#cellEnds[cell - 1] ?? 0) + 1
  }
}

/** @returns rows of texts, packed */
export function packRows(rows: readonly { row: number; cells: readonly string[] }[]): PackedRows {
  const texts = rows.flatMap(({ cells }) => cells)
  // The empty text at the end ends the last cell.
  const bytes = Buffer.from([...texts, ''].join('\0'), 'utf8')
  const cellEnds = new Uint32Array(texts.length)
  let end = -1
  for (let cell = 0; cell < texts.length; cell += 1) {
    end = bytes.indexOf(cellEnd, end + 1)
    cellEnds[cell] = end
  }
  const firstCells = new Uint32Array(rows.length)
  const endCells = new Uint32Array(rows.length)
  let cell = 0
  for (const [at, { cells }] of rows.entries()) {
    firstCells[at] = cell
    cell += cells.length
    endCells[at] = cell
  }
  const numbers = Uint32Array.from(rows, ({ row }) => row)
  return new PackedRows({ bytes, cellEnds, firstCells, endCells, numbers })
}
