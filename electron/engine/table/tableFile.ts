import type { TableParams, TablePreview } from '../../../shared/contract/table.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type Reading, packedCsvRows } from '../csv/csvRows.ts'
import { type CsvFile, examineCsv } from '../csv/examineCsv.ts'
import type { JobContext } from '../handler.ts'
import { type ByteSource, fileSource, pastedSource } from './byteSource.ts'
import type { PackedRows } from './packedRows.ts'

/** A list from outside, as it is going to be read. */
export type TableFile = CsvFile

/**
 * Finds out what a list is and how it is to be read.
 * @throws DomainError `table.no_source`, and those of {@link examineCsv}
 */
export async function examineTable(
  params: TableParams,
  { resolvePath, signal }: Pick<JobContext, 'resolvePath' | 'signal'>,
): Promise<TableFile> {
  return examineCsv(sourceOf(params, resolvePath), params, signal)
}

function sourceOf({ file, pasted }: TableParams, resolvePath: JobContext['resolvePath']): ByteSource {
  if (file !== undefined && pasted === undefined) return fileSource(resolvePath(file))
  if (file === undefined && pasted !== undefined) return pastedSource(pasted)
  throw new DomainError('table.no_source')
}

/**
 * The rows below the header, packed, in slices of at most 5,000; what holds nothing is left out, and counts.
 * @throws DomainError those of {@link packedCsvRows}
 */
export function tableRows(file: TableFile, reading: Reading = {}): AsyncGenerator<PackedRows> {
  return packedCsvRows(file, reading)
}

/** @returns how a list is read, without its rows */
export function describeTable(file: TableFile): Omit<TablePreview, 'rows'> {
  const { name, bytes, format, encoding, byteOrderMark, delimiter, header } = file
  return { name, bytes, format, encoding, byteOrderMark, delimiter, sheet: null, sheets: [], header }
}

/** @returns what kind of file a list is, as its evidence says it */
export function mediaTypeOf({ delimiter }: TableFile): string {
  return delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
}
