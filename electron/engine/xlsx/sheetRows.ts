import { DomainError } from '../../../shared/errors/domainError.ts'
import type { NumberKind } from '../../../shared/spreadsheet/dateFormatCode.ts'
import { cellPlace, mostSheetRows } from '../../../shared/spreadsheet/cellPlace.ts'
import { numberText } from '../../../shared/spreadsheet/numberText.ts'
import { serialText } from '../../../shared/spreadsheet/serialDate.ts'
import { columnLetters } from '../csv/columns.ts'
import { longestRowBytes, mostColumns } from '../csv/limits.ts'
import { requireIndex, unescaped } from './workbook.ts'
import { attribute, damaged, type XmlHandler } from './xmlReader.ts'

/** A row of a sheet: its number as the spreadsheet shows it, and its cells as text. */
export type SheetRow = { row: number; cells: string[] }

/** What cells refer to. */
export type SheetContext = { sharedStrings: readonly string[]; kinds: readonly NumberKind[]; is1904: boolean }

/**
 * Makes rows of the XML of a sheet. Texts stay texts, zeros and all; a formula gives the value that was stored with it;
 * numbers that are shown as dates become days. Nothing is computed, nothing is run.
 */
export class SheetRows implements XmlHandler {
  /** Rows that were read and not yet taken; rows without anything in them are left out. */
  readonly rows: SheetRow[] = []
  readonly #context: SheetContext
  #row = 0
  #cells: string[] = []
  #length = 0
  #column = -1
  #type = ''
  #style = 0
  #value: string | null = null
  #isFormula = false
  #isText = false
  #isInline = false
  #hints = 0
  #isWithinData = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, tag: string): void {
    if (name === 'sheetData') this.#isWithinData = true
    if (!this.#isWithinData) return
    if (name === 'row') this.#beginRow(tag)
    else if (name === 'c') this.#beginCell(tag)
    else if (name === 'f') this.#isFormula = true
    else if (name === 'is') this.#isInline = true
    else if (name === 'rPh') this.#hints += 1
    this.#isText = (name === 'v' || (name === 't' && this.#isInline)) && this.#hints === 0
    if (this.#isText) this.#value ??= ''
  }

  text(text: string): void {
    if (this.#isText) this.#value += text
  }

  close(name: string): void {
    if (name === 'sheetData') this.#isWithinData = false
    if (name === 'v' || name === 't') this.#isText = false
    if (name === 'is') this.#isInline = false
    if (name === 'rPh') this.#hints -= 1
    if (name === 'c' && this.#isWithinData) this.#endCell()
    if (name === 'row' && this.#cells.some((cell) => cell !== '')) {
      this.rows.push({ row: this.#row, cells: Array.from(this.#cells, (cell) => cell ?? '') })
    }
  }

  #beginRow(tag: string): void {
    const written = attribute(tag, 'r')
    const row = written === null ? this.#row + 1 : Number(written)
    if (!Number.isInteger(row) || row <= this.#row || row > mostSheetRows) throw damaged('its rows are not in order')
    this.#row = row
    this.#cells = []
    this.#length = 0
    this.#column = -1
  }

  #beginCell(tag: string): void {
    const reference = attribute(tag, 'r')
    const place = reference === null ? { column: this.#column + 1, row: this.#row } : cellPlace(reference)
    if (place === null || place.row !== this.#row || place.column <= this.#column) {
      throw damaged(`the cells of row ${this.#row} are not in order`)
    }
    this.#column = place.column
    this.#type = attribute(tag, 't') ?? 'n'
    this.#style = Number(attribute(tag, 's') ?? 0)
    this.#value = null
    this.#isFormula = false
  }

  #endCell(): void {
    const text = this.#cellText()
    if (text === '') return
    if (text.includes('\0')) throw new DomainError('table.nul_character', { row: this.#row })
    if (this.#column >= mostColumns) {
      throw new DomainError('csv.too_many_columns', { found: this.#column + 1, limit: mostColumns })
    }
    this.#length += text.length
    if (this.#length > longestRowBytes) {
      throw new DomainError('csv.row_too_long', { row: this.#row, limit: longestRowBytes })
    }
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells.push(text)
  }

  #cellText(): string {
    const value = this.#value
    if (value === null) {
      if (!this.#isFormula) return ''
      const place = { row: this.#row, column: columnLetters(this.#column) }
      throw new DomainError('xlsx.no_cached_value', place)
    }
    switch (this.#type) {
      case 's':
        return requireIndex(this.#context.sharedStrings, Number(value), 'the shared text')
      case 'str':
      case 'inlineStr':
        return unescaped(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return value.replace('T', ' ')
      case 'n':
        return this.#numberText(value)
      default:
        return value
    }
  }

  #numberText(value: string): string {
    if (value.trim() === '') return ''
    const kind = this.#context.kinds[this.#style] ?? 'number'
    const date = kind === 'number' ? null : serialText(Number(value), kind, this.#context.is1904)
    const text = date ?? numberText(value)
    if (text === null) throw damaged(`a cell of row ${this.#row} holds no number`)
    return text
  }
}
