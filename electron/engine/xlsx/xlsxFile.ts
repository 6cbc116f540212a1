import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { readFault } from '../../../db/disk/diskFault.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkHeader } from '../csv/columns.ts'
import { sliceRows } from '../csv/limits.ts'
import type { Reading } from '../csv/csvRows.ts'
import type { ByteSource } from '../table/byteSource.ts'
import { type PackedRows, packRows } from '../table/packedRows.ts'
import { type SheetRow, SheetRows } from './sheetRows.ts'
import { readSharedStrings, readStyles, readWorkbook, type Sheet, type Workbook } from './workbook.ts'
import { XmlReader } from './xmlReader.ts'
import { ZipParts } from './zipParts.ts'

/** A sheet of a workbook, as it is going to be read. */
export type XlsxFile = {
  format: 'xlsx'
  source: ByteSource
  name: string
  bytes: number
  /** SHA-256 of the bytes, as `sha256sum` gives it. */
  sha256: string
  /** Names of all sheets with cells; hidden ones too, since what is hidden is worth a look. */
  sheets: string[]
  hiddenSheets: string[]
  sheet: string
  header: string[]
  /** Row of the spreadsheet that the header stands in. */
  headerRow: number
  /** What tells this file from one that took its place later, see {@link stampOf}. */
  stamp: string
}

/** The first bytes of a compound file: an encrypted workbook, or one of the old format. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Finds out what a workbook holds: the sheet that is to be read, and its header, the first row with anything in it.
 * @param wanted name of the sheet; else the first one that is not hidden
 * @throws DomainError `xlsx.protected`, `xlsx.not_a_workbook`, `xlsx.damaged`, `xlsx.too_large`, `xlsx.declares_entities`,
 *   `xlsx.no_sheet`, `xlsx.no_cached_value`, `csv.no_rows`, `csv.duplicate_column`, `csv.too_many_columns`
 */
export async function examineXlsx(source: ByteSource, wanted?: string, signal?: AbortSignal): Promise<XlsxFile> {
  const path = source.path ?? ''
  const stamp = await stampOf(path)
  const { sha256, bytes, beginning } = await hashOf(source, signal)
  if (beginning.equals(compoundFile)) throw new DomainError('xlsx.protected')
  const parts = await ZipParts.open(path)
  try {
    const book = await readWorkbook(parts, signal)
    const sheet = chosenSheet(book, wanted)
    const first = await firstRow(parts, book, sheet, signal)
    if (first === undefined) throw new DomainError('csv.no_rows')
    checkHeader(first.cells)
    const { name } = source
    return {
      format: 'xlsx',
      source,
      name,
      bytes,
      sha256,
      ...sheetsOf(book),
      sheet: sheet.name,
      header: first.cells,
      headerRow: first.row,
      stamp,
    }
  } finally {
    await parts.close()
  }
}

/** The first rows of a sheet, with its header among them. */
export type XlsxRows = Pick<XlsxFile, 'sheets' | 'hiddenSheets' | 'sheet'> & {
  rows: string[][]
  /** Row of the spreadsheet, for each row. */
  numbers: number[]
}

/**
 * @param most rows above which it stops
 * @returns the first rows of a workbook that is in memory, for somebody to look at
 * @throws DomainError as {@link examineXlsx}
 */
export async function firstXlsxRows(
  name: string,
  bytes: Buffer,
  { wanted, most, signal }: { wanted: string | undefined; most: number; signal: AbortSignal },
): Promise<XlsxRows> {
  if (bytes.subarray(0, compoundFile.length).equals(compoundFile)) throw new DomainError('xlsx.protected')
  const parts = await ZipParts.ofBytes(name, bytes)
  const book = await readWorkbook(parts, signal)
  const sheet = chosenSheet(book, wanted)
  const found: SheetRow[] = []
  for await (const slice of sheetSlices(parts, book, sheet, signal)) {
    found.push(...slice.rows.slice(0, most - found.length))
    if (found.length >= most) break
  }
  const rows = found.map(({ cells }) => cells)
  return { ...sheetsOf(book), sheet: sheet.name, rows, numbers: found.map(({ row }) => row) }
}

function sheetsOf({ sheets }: Workbook): Pick<XlsxFile, 'sheets' | 'hiddenSheets'> {
  return {
    sheets: sheets.map(({ name }) => name),
    hiddenSheets: sheets.flatMap(({ name, isHidden }) => (isHidden ? [name] : [])),
  }
}

/**
 * Parts of a ZIP file are read here and there, so that its hash cannot be taken on the way, as it is of texts; that nobody
 * wrote to the file since it was hashed tells that the rows are those of the hash.
 * @throws DomainError `file.unreadable`, `disk.removed`
 */
async function stampOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    throw readFault(error, path)
  }
}

async function hashOf(source: ByteSource, signal: AbortSignal | undefined) {
  const hash = createHash('sha256')
  let bytes = 0
  let beginning = Buffer.alloc(0)
  for await (const piece of source.read(signal)) {
    if (bytes === 0) beginning = Buffer.from(piece.subarray(0, compoundFile.length))
    bytes += piece.length
    hash.update(piece)
  }
  return { sha256: hash.digest('hex'), bytes, beginning }
}

function chosenSheet({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const found =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (found !== undefined) return found
  throw new DomainError('xlsx.no_sheet', { sheet: wanted ?? '', sheets: sheets.map(({ name }) => name).join(', ') })
}

async function firstRow(parts: ZipParts, book: Workbook, sheet: Sheet, signal: AbortSignal | undefined) {
  for await (const { rows } of sheetSlices(parts, book, sheet, signal)) if (rows[0] !== undefined) return rows[0]
  return undefined
}

/**
 * The rows below the header, packed, in slices of at most 5,000. Cells that a row lacks at its end are empty; a row with more
 * cells than the header keeps them, for the caller to refuse.
 * @throws DomainError as {@link examineXlsx}; `csv.no_rows`, `blob.changed_while_reading`
 */
export async function* packedXlsxRows(
  file: XlsxFile,
  { signal, onProgress }: Reading = {},
): AsyncGenerator<PackedRows> {
  const path = file.source.path ?? ''
  const parts = await ZipParts.open(path)
  let slice: SheetRow[] = []
  let found = false
  try {
    const book = await readWorkbook(parts, signal)
    for await (const { rows, share } of sheetSlices(parts, book, chosenSheet(book, file.sheet), signal)) {
      for (const { row, cells } of rows) {
        if (row <= file.headerRow) continue
        slice.push({ row, cells: padTo(file.header.length, cells) })
        if (slice.length < sliceRows) continue
        found = true
        onProgress?.(Math.round(file.bytes * share))
        yield packRows(slice)
        slice = []
      }
    }
  } finally {
    await parts.close()
  }
  if (slice.length > 0) yield packRows(slice)
  if ((await stampOf(path)) !== file.stamp) throw new DomainError('blob.changed_while_reading', { name: file.name })
  if (!found && slice.length === 0) throw new DomainError('csv.no_rows')
}

function padTo(width: number, cells: string[]): string[] {
  while (cells.length < width) cells.push('')
  return cells
}

/** Rows of a sheet as they are read, with the share of the sheet that was read. */
async function* sheetSlices(parts: ZipParts, book: Workbook, { part }: Sheet, signal: AbortSignal | undefined) {
  const sharedStrings = await readSharedStrings(parts, book.sharedStringsPart, signal)
  const kinds = await readStyles(parts, book.stylesPart, signal)
  const sheet = new SheetRows({ sharedStrings, kinds, is1904: book.is1904 })
  const reader = new XmlReader(sheet)
  const size = Math.max(1, parts.size(part))
  for await (const { text, bytes } of parts.text(part, signal)) {
    reader.read(text)
    if (sheet.rows.length > 0) yield { rows: sheet.rows.splice(0), share: bytes / size }
  }
  reader.end()
}
