import { z } from 'zod'
import { FileRef } from './values.ts'

/** Forms that a list is written in. */
export const SheetFormat = z.enum(['xlsx', 'csv'])
export type SheetFormat = z.infer<typeof SheetFormat>

/** Where a list is written. */
export const sheetParams = {
  file: FileRef,
  /** Without it, the ending of the file's name decides. */
  format: SheetFormat.optional(),
}

/** What can go wrong while a list is written; no file is left then. */
export const sheetErrors = ['xlsx.text_too_long', 'file.unwritable', 'disk.full', 'disk.removed'] as const
