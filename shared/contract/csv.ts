import { z } from 'zod'
import type { ErrorCode } from '../errors/catalogue.ts'

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.infer<typeof Encoding>

/** How a delimited text file was read, and its first rows as they will be taken. */
export const CsvPreview = z.object({
  name: z.string(),
  bytes: z.int(),
  encoding: Encoding,
  byteOrderMark: z.boolean(),
  delimiter: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})
export type CsvPreview = z.infer<typeof CsvPreview>

/** What reading a delimited text file from outside can end in. */
export const csvErrors = [
  'file.unreadable',
  'file.not_regular',
  'blob.changed_while_reading',
  'disk.removed',
  'csv.empty',
  'csv.not_text',
  'csv.not_in_encoding',
  'csv.no_rows',
  'csv.duplicate_column',
  'csv.unclosed_quote',
  'csv.malformed',
  'csv.row_too_long',
  'csv.too_many_columns',
] as const satisfies readonly ErrorCode[]
