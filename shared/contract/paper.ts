import { z } from 'zod'
import { paperKinds } from '../paper/paperForms.ts'
import { query } from './define.ts'
import { Id, Instant, Sha256 } from './values.ts'

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
      rows: z.array(z.object({ entity: z.string(), id: Id, words: z.string(), fields: z.array(PaperField) })),
      changedAt: Instant.nullable(),
      changedBy: z.string().nullable(),
    }),
    errors: ['paper.not_found'],
  }),
}
