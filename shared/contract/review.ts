import { z } from 'zod'
import { queueReasons } from '../review/queueReasons.ts'
import { command, query } from './define.ts'
import { PaperTarget } from './paper.ts'
import { SignOff, SignOffRoleName } from './signOff.ts'
import { Id, Instant, Nothing, page } from './values.ts'

export const QueueReason = z.enum(queueReasons)

export const QueueItem = z.object({
  target: PaperTarget,
  words: z.string(),
  /** Why it is here; the most pressing first. */
  reasons: z.array(QueueReason).min(1),
  openNotes: z.int(),
  signOffs: z.array(z.object({ role: SignOffRoleName, initials: z.string(), at: Instant, changedSince: z.boolean() })),
})
export type QueueItem = z.infer<typeof QueueItem>

/** How long somebody had a paper open for review. */
const Extent = z.object({
  by: z.string(),
  times: z.int(),
  seconds: z.int(),
  firstAt: Instant,
  lastAt: Instant,
})

export const reviewContract = {
  'review.queue': query({
    title: 'The papers that wait for a preparer, reviewer, partner or quality reviewer, with why',
    params: z.strictObject({
      engagementId: Id,
      /** In whose capacity; that of whoever is signed in without it. */
      role: SignOffRoleName.optional(),
      reason: QueueReason.optional(),
      ...page,
    }),
    result: z.object({
      role: SignOffRoleName,
      total: z.int(),
      /** How many papers there are, and how many are in the queue for each reason. */
      papers: z.int(),
      counts: z.array(z.object({ reason: QueueReason, count: z.int() })),
      items: z.array(QueueItem),
    }),
    errors: ['engagement.not_found'],
  }),
  'review.paper': query({
    title: 'The review of one paper: sign-offs, notes that are not cleared, who works on it, and the extent of review',
    params: z.strictObject({ target: PaperTarget }),
    result: z.object({
      engagementId: Id,
      words: z.string(),
      signOffs: z.array(SignOff),
      /** The capacity in which whoever is signed in would sign. */
      role: SignOffRoleName,
      notCleared: z.int(),
      /** Fields of the paper on which somebody has to decide before it can be signed. */
      conflicts: z.int(),
      assignedTo: z.string().nullable(),
      extent: z.array(Extent),
    }),
    errors: ['paper.not_found'],
  }),
  'review.recordVisits': command({
    title: 'Record which papers were open for review, when and for how long',
    params: z.strictObject({
      engagementId: Id,
      visits: z
        .array(
          z.strictObject({
            target: PaperTarget,
            openedAt: Instant,
            seconds: z.int().min(1).max(86_400),
          }),
        )
        .min(1)
        .max(500),
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'paper.not_found', 'review.visit_in_future'],
  }),
  'review.settings': query({
    title: 'What becomes of cleared review notes when the file is locked',
    params: Nothing,
    result: z.object({ clearedNotes: z.enum(['keep', 'strip']) }),
  }),
  'review.saveSettings': command({
    title: 'Choose whether cleared review notes are kept or taken out when the file is locked',
    params: z.strictObject({ clearedNotes: z.enum(['keep', 'strip']) }),
    result: Nothing,
  }),
}
