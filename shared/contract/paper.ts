import { z } from 'zod'
import { paperKinds, paperRowKinds } from '../paper/paperForms.ts'
import { query } from './define.ts'
import { Id, Instant, page, Sha256 } from './values.ts'

export const PaperKind = z.enum(paperKinds)

/** A paper that can be signed and noted: the kind is the entity of its own row. */
export const PaperTarget = z.strictObject({ entity: PaperKind, id: Id })
export type PaperTarget = z.infer<typeof PaperTarget>

/** A field of a row of a paper, with when it last changed; `null` where it was never journaled by itself. */
const PaperField = z.object({
  field: z.string(),
  value: z.unknown(),
  changed: z.object({ at: Instant, actor: z.string(), command: z.string() }).nullable(),
})

/** A row of a paper, and what names it; the words are empty for the paper's own. */
const PaperContentRow = z.object({
  entity: z.enum(paperRowKinds),
  id: Id,
  words: z.string(),
  fields: z.array(PaperField),
})
export type PaperContentRow = z.infer<typeof PaperContentRow>

/** An entry of the journal as far as it is of one paper, each field with what it held before. */
const PaperEntry = z.object({
  deviceId: z.string(),
  seq: z.int(),
  at: Instant,
  actor: z.string(),
  /** What was done, in words. */
  title: z.string(),
  changes: z.array(
    z.object({
      entity: z.string(),
      id: Id,
      /** What names the row within the paper; empty for the paper's own. */
      words: z.string(),
      field: z.string(),
      before: z.unknown(),
      value: z.unknown(),
    }),
  ),
  /** Changes beyond those shown. */
  moreChanges: z.int(),
})
export type PaperEntry = z.infer<typeof PaperEntry>

export const paperContract = {
  'paper.get': query({
    title: 'What a paper says, row by row, its SHA-256, and when each field last changed',
    params: z.strictObject({ target: PaperTarget }),
    result: z.object({
      engagementId: Id,
      target: PaperTarget,
      /** What names it in a list. */
      words: z.string(),
      /** SHA-256 of the canonical JSON (RFC 8785) of `{ paper, rows }`: what a sign-off binds to. */
      contentSha256: Sha256,
      rows: z.array(PaperContentRow),
      changedAt: Instant.nullable(),
      changedBy: z.string().nullable(),
    }),
    errors: ['paper.not_found'],
  }),
  'paper.history': query({
    title: 'How a paper came to say what it says: who changed what, from what to what, the newest first',
    params: z.strictObject({ target: PaperTarget, ...page }),
    result: z.object({ total: z.int(), entries: z.array(PaperEntry) }),
    errors: ['paper.not_found'],
  }),
}
