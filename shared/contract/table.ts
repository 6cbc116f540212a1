import { z } from 'zod'
import type { ErrorCode } from '../errors/catalogue.ts'
import { csvErrors, Encoding } from './csv.ts'
import { FileRef } from './values.ts'

/** Forms of a list that can be read: delimited text, a sheet of a workbook, an object a line. */
export const TableFormat = z.enum(['csv', 'xlsx', 'jsonl'])
export type TableFormat = z.infer<typeof TableFormat>

/** Delimited text that was pasted, at most so many characters; what is larger is a file. */
const Pasted = z.string().min(1).max(20_000_000)

/**
 * Where a list comes from: a file, or text that was pasted. Encoding and delimiter are found out and can be overruled; of a
 * workbook one sheet is read, the first one that is not hidden unless another is named.
 */
export const tableParams = {
  file: FileRef.optional(),
  pasted: Pasted.optional(),
  encoding: Encoding.optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(500).optional(),
}
export type TableParams = {
  file?: FileRef | undefined
  pasted?: string | undefined
  encoding?: Encoding | undefined
  delimiter?: string | undefined
  sheet?: string | undefined
}

/** A row of a list as it stands in its file, counted from 1 with the header. */
export type ListRow = { row: number; cells: readonly string[] }

/** How a list was read, and its first rows as they will be taken. */
export const TablePreview = z.object({
  name: z.string(),
  bytes: z.int(),
  format: TableFormat,
  encoding: Encoding.nullable(),
  byteOrderMark: z.boolean(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Those of the sheets that a spreadsheet program does not show. */
  hiddenSheets: z.array(z.string()),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})
export type TablePreview = z.infer<typeof TablePreview>

/** What reading a list from outside can end in. */
export const tableErrors = [
  ...csvErrors,
  'table.no_source',
  'table.nul_character',
  'xlsx.not_a_workbook',
  'xlsx.protected',
  'xlsx.damaged',
  'xlsx.too_large',
  'xlsx.declares_entities',
  'xlsx.no_sheet',
  'xlsx.no_cached_value',
  'jsonl.not_utf8',
  'jsonl.malformed',
  'jsonl.not_an_object',
  'jsonl.duplicate_key',
] as const satisfies readonly ErrorCode[]
