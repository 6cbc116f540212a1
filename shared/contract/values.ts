import { z } from 'zod'

/** Random or composed identifier of an entity. */
export const Id = z.string().min(1).max(400)

/** Calendar date `2025-10-01`: a day of the audit, without a zone. */
export const PlainDate = z.iso.date()

/** Instant in UTC or with its offset. */
export const Instant = z.iso.datetime({ offset: true })

/** SHA-256 in lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A fraction between 0 and 1, never a percentage. */
export const Rate = z.number().min(0).max(1)

/**
 * A file or folder: for the headless host a path, for the window a token that the native dialog gave.
 * The engine resolves it against what the caller was granted; it is never used as a path before.
 */
export const FileRef = z.string().min(1).max(4096).brand<'FileRef'>()
export type FileRef = z.infer<typeof FileRef>

/** One line of text, such as a name or a title. */
export const Line = z.string().trim().min(1).max(500)

/** Text of several lines, such as a procedure or a rationale. */
export const Prose = z.string().max(50_000)

/** Text that says something: a reason, a procedure, a rationale. */
export const Reason = z.string().trim().min(1).max(50_000)

/** The page of a long list that is asked for. */
export const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(100),
}

/** Seed of a selection: any text without line breaks; Tickmark's own are 20 decimal digits. */
export const Seed = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)

/** A row of an import that cannot be taken, with its place: rows count from 1 with the header as row 1. */
export const RejectedRow = z.object({
  row: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
})
export type RejectedRow = z.infer<typeof RejectedRow>

export const Nothing = z.strictObject({})
