import { z } from 'zod'
import type { ErrorCode } from '../errors/catalogue.ts'

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.infer<typeof Encoding>

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
