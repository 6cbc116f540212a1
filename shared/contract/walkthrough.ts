import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Instant, Line, Nothing, PlainDate, Prose, Reason } from './values.ts'

export const Walkthrough = z.object({
  walkthroughId: Id,
  engagementId: Id,
  controlId: Id,
  controlRef: z.string(),
  performedOn: PlainDate,
  performedBy: z.string(),
  /** Whom of the client it was walked through with. */
  metWith: z.string().nullable(),
  /** The one instance that was traced, by what identifies it. */
  instance: z.string(),
  /** What was seen from where it began to where it ended. */
  trace: z.string(),
  /** Forms and screens that were seen. */
  forms: z.string().nullable(),
  suitablyDesigned: z.boolean(),
  implemented: z.boolean(),
  reasoning: z.string().nullable(),
  evidence: z.int(),
  by: z.string(),
  at: Instant,
})
export type Walkthrough = z.infer<typeof Walkthrough>

export const walkthroughContract = {
  'walkthrough.save': command({
    title: 'Record a walkthrough of a control: one instance traced end to end, and what follows for its design',
    params: z.strictObject({
      walkthroughId: Id.optional(),
      controlId: Id,
      performedOn: PlainDate,
      performedBy: Line,
      metWith: z.string().trim().max(500).optional(),
      instance: Line,
      trace: Reason,
      forms: Prose.optional(),
      suitablyDesigned: z.boolean(),
      implemented: z.boolean(),
      /** Needed where the control is not suitably designed, or not implemented. */
      reasoning: Prose.optional(),
    }),
    result: z.object({ walkthroughId: Id }),
    errors: ['control.not_found', 'walkthrough.not_found', 'walkthrough.reasoning_required'],
  }),
  'walkthrough.list': query({
    title: 'The walkthroughs of an engagement or of one control, latest first',
    params: z.strictObject({ engagementId: Id, controlId: Id.optional() }),
    result: z.object({ walkthroughs: z.array(Walkthrough) }),
    errors: ['engagement.not_found'],
  }),
  'walkthrough.remove': command({
    title: 'Hide a walkthrough that was recorded by mistake; its history stays',
    params: z.strictObject({ walkthroughId: Id, reason: Reason }),
    result: Nothing,
    errors: ['walkthrough.not_found'],
  }),
}
