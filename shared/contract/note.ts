import { z } from 'zod'
import { paperRowKinds } from '../paper/paperForms.ts'
import { command, query } from './define.ts'
import { PaperTarget } from './paper.ts'
import { Id, Instant, Nothing, page, Reason } from './values.ts'

/** Of a result: procedure, sample item and attribute letter with `:` between them; the cell need not have an outcome yet. */
export const NoteTarget = z.strictObject({ entity: z.enum(paperRowKinds), id: Id })
export type NoteTarget = z.infer<typeof NoteTarget>

export const NoteKind = z.enum(['question', 'todo', 'coaching'])
export const NotePriority = z.enum(['low', 'normal', 'high'])
/** `answered`: somebody else than its author has said something since it was opened. */
export const NoteStatus = z.enum(['open', 'answered', 'cleared'])

export const ReviewNote = z.object({
  noteId: Id,
  ref: z.string(),
  /** The paper that the note is on. */
  paper: PaperTarget,
  words: z.string(),
  /** The row that it speaks of, and what names it where that is not the paper itself. */
  target: z.object({ entity: z.string(), id: Id }),
  place: z.string().nullable(),
  field: z.string().nullable(),
  kind: NoteKind,
  priority: NotePriority,
  text: z.string(),
  authorId: Id,
  author: z.string(),
  at: Instant,
  /** When it was opened last: the day from which its age counts. */
  openSince: Instant,
  status: NoteStatus,
  responses: z.array(z.object({ responseId: Id, text: z.string(), by: z.string(), at: Instant })),
  clearedAt: Instant.nullable(),
  clearedRemark: z.string().nullable(),
  reopenedBecause: z.string().nullable(),
})
export type ReviewNote = z.infer<typeof ReviewNote>

const Remark = z.string().trim().max(50_000)

export const noteContract = {
  'note.open': command({
    title: 'Open a review note on a paper, or on a row or cell of it',
    params: z.strictObject({
      target: NoteTarget,
      /** The paper that it is on, where the row is content of several: an item of a sample stands on the test sheet, too. */
      paper: PaperTarget.optional(),
      /** The field of the row that it speaks of, where it is one. */
      field: z.string().min(1).max(100).optional(),
      kind: NoteKind.default('question'),
      priority: NotePriority.default('normal'),
      text: Reason,
    }),
    result: z.object({ noteId: Id, ref: z.string() }),
    errors: ['note.target_not_found'],
  }),
  'note.respond': command({
    title: 'Answer a review note',
    params: z.strictObject({ noteId: Id, text: Reason }),
    result: z.object({ responseId: Id }),
    errors: ['note.not_found', 'note.is_cleared'],
  }),
  'note.clear': command({
    title: 'Clear a review note of your own',
    params: z.strictObject({ noteId: Id, remark: Remark.optional() }),
    result: Nothing,
    errors: ['note.not_found', 'note.not_author', 'note.is_cleared'],
  }),
  'note.reopen': command({
    title: 'Open a cleared review note of your own again, with the reason',
    params: z.strictObject({ noteId: Id, reason: Reason }),
    result: Nothing,
    errors: ['note.not_found', 'note.not_author', 'note.not_cleared'],
  }),
  'note.list': query({
    title: 'Review notes of an engagement or of one paper: those that are not cleared first, the oldest first',
    params: z.strictObject({
      engagementId: Id,
      paper: PaperTarget.optional(),
      status: NoteStatus.optional(),
      ...page,
    }),
    result: z.object({
      total: z.int(),
      /** Notes that are not cleared, under the same filter of paper. */
      notCleared: z.int(),
      notes: z.array(ReviewNote),
    }),
    errors: ['engagement.not_found'],
  }),
}
