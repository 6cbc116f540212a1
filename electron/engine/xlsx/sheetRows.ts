import { DomainError } from '../../../shared/errors/domainError.ts'
import type { NumberKind } from '../../../shared/spreadsheet/dateFormatCode.ts'
import { cellPlace, mostSheetRows } from '../../../shared/spreadsheet/cellPlace.ts'
import { numberText } from '../../../shared/spreadsheet/numberText.ts'
import { serialText } from '../../../shared/spreadsheet/serialDate.ts'
import { columnLetters } from '../csv/columns.ts'
import { longestRowBytes, mostColumns } from '../csv/limits.ts'
import { requireIndex } from './workbook.ts'
import { attribute, damaged, type XmlHandler } from './xmlReader.ts'
import { unescaped } from './xmlText.ts'

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
    if (!this.#isText) return
    this.#value += text
    if ((this.#value?.length ?? 0) > longestRowBytes) throw this.#tooLong()
  }

  close(name: string): void {
    // Behind the data other elements are called the same: the row at which a button stands, for one.
    if (!this.#isWithinData) return
    if (name === 'sheetData') this.#isWithinData = false
    else if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'is') this.#isInline = false
    else if (name === 'rPh') this.#hints -= 1
    else if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.rows.push({ row: this.#row, cells: this.#cells })
    this.#cells = []
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
    if (this.#length > longestRowBytes) throw this.#tooLong()
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells.push(text)
  }

  #tooLong(): DomainError {
    return new DomainError('csv.row_too_long', { row: this.#row, limit: longestRowBytes })
  }

  #cellText(): string {
    const value = this.#value ?? ''
    // Programs that compute nothing leave the value out, or write an empty one. Only a text can be empty.
    const hasValue = this.#type === 'str' ? this.#value !== null : value !== ''
    if (this.#isFormula && !hasValue) {
      throw new DomainError('xlsx.no_cached_value', { row: this.#row, column: columnLetters(this.#column) })
    }
    if (value === '') return ''
    switch (this.#type) {
      case 's':
        return requireIndex(this.#context.sharedStrings, Number(value), 'the shared text')
      case 'str':
      case 'inlineStr':
        return unescaped(value)
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'd':
        return isoText(value)
      case 'n':
        return this.#numberText(value)
      default:
        return value
    }
  }

  #numberText(value: string): string {
    const kind = this.#context.kinds[this.#style] ?? 'number'
    const date = kind === 'number' ? null : serialText(Number(value), kind, this.#context.is1904)
    const text = date ?? numberText(value)
    if (text === null) throw damaged(`a cell of row ${this.#row} holds no number`)
    return text
  }
}

/** @returns a date as ISO 8601 writes it, as all other dates are read: no time where it is midnight, none of its fractions */
function isoText(value: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/.exec(value) ?? []
  if (day === undefined || time === undefined) return value
  return time === '00:00:00' ? day : `${day} ${time}`
}
