import path from 'node:path'
import type { TableParams, TablePreview } from '../../../shared/contract/table.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { packedCsvRows, type Reading } from '../csv/csvRows.ts'
import { type CsvFile, examineCsv } from '../csv/examineCsv.ts'
import type { JobContext } from '../handler.ts'
import { examineJsonl, type JsonlFile, packedJsonlRows } from '../jsonl/jsonlFile.ts'
import { examineXlsx, packedXlsxRows, type XlsxFile } from '../xlsx/xlsxFile.ts'
import { type ByteSource, fileSource, pastedSource } from './byteSource.ts'
import type { PackedRows } from './packedRows.ts'

/** A list from outside, as it is going to be read. */
export type TableFile = CsvFile | XlsxFile | JsonlFile

/**
 * Finds out what a list is and how it is to be read: a workbook by its first bytes, JSON lines by the name's ending,
 * delimited text otherwise.
 * @throws DomainError `table.no_source`, and those of {@link examineCsv}, {@link examineXlsx} and {@link examineJsonl}
 */
export async function examineTable(
  params: TableParams,
  { resolvePath, signal }: Pick<JobContext, 'resolvePath' | 'signal'>,
): Promise<TableFile> {
  const source = sourceOf(params, resolvePath)
  if (source.path === null) return examineCsv(source, params, signal)
  const ending = path.extname(source.name).toLowerCase()
  const isWorkbook = ending === '.xlsx' || ending === '.xlsm' || (await beginsLikeWorkbook(source, signal))
  if (isWorkbook) return examineXlsx(source, params.sheet, signal)
  return jsonLinesEndings.has(ending) ? examineJsonl(source, signal) : examineCsv(source, params, signal)
}

const jsonLinesEndings = new Set(['.jsonl', '.ndjson', '.json'])

/** First bytes of ZIP files and of compound files (encrypted or old workbooks), whatever their names. */
const workbookMagic = new Set(['504b0304', 'd0cf11e0'])

async function beginsLikeWorkbook(source: ByteSource, signal: AbortSignal): Promise<boolean> {
  for await (const piece of source.read(signal)) {
    return workbookMagic.has(Buffer.from(piece.subarray(0, 4)).toString('hex'))
  }
  return false
}

function sourceOf({ file, pasted }: TableParams, resolvePath: JobContext['resolvePath']): ByteSource {
  if (file !== undefined && pasted === undefined) return fileSource(resolvePath(file))
  if (file === undefined && pasted !== undefined) return pastedSource(pasted)
  throw new DomainError('table.no_source')
}

/**
 * The rows below the header, packed, in slices of at most 5,000; what holds nothing is left out, and counts.
 * @throws DomainError those of {@link packedCsvRows}, {@link packedXlsxRows} and {@link packedJsonlRows}
 */
export function tableRows(file: TableFile, reading: Reading = {}): AsyncGenerator<PackedRows> {
  switch (file.format) {
    case 'csv':
      return packedCsvRows(file, reading)
    case 'xlsx':
      return packedXlsxRows(file, reading)
    case 'jsonl':
      return packedJsonlRows(file, reading)
  }
}

/** How a list is read: what of it belongs to one format is `null` or empty in the others. */
type TableForm = Omit<TablePreview, 'rows' | 'name' | 'bytes' | 'header'>

/** @returns how a list is read, without its rows */
export function describeTable(file: TableFile): TableForm & Pick<TablePreview, 'name' | 'bytes' | 'header'> {
  const { name, bytes, header } = file
  return { name, bytes, header, ...formOf(file) }
}

/** @returns how a list is read */
export function formOf(file: TableFile): TableForm {
  const none = { encoding: null, byteOrderMark: false, delimiter: null, sheet: null, sheets: [], hiddenSheets: [] }
  switch (file.format) {
    case 'csv': {
      const { format, encoding, byteOrderMark, delimiter } = file
      return { ...none, format, encoding, byteOrderMark, delimiter }
    }
    case 'xlsx': {
      const { format, sheet, sheets, hiddenSheets } = file
      return { ...none, format, sheet, sheets, hiddenSheets }
    }
    case 'jsonl':
      return { ...none, format: file.format, encoding: 'utf-8' }
  }
}

/** @returns what kind of file a list is, as its evidence says it */
export function mediaTypeOf(file: TableFile): string {
  if (file.format === 'xlsx') return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  if (file.format === 'jsonl') return 'application/x-ndjson'
  return file.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
}
