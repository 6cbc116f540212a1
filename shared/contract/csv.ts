import { z } from 'zod'

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
