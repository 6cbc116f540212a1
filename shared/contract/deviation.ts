import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Instant, Nothing, Prose, Reason } from './values.ts'

export const DeviationNature = z.enum(['isolated', 'systematic', 'intentional'])

const facts = {
  condition: Reason,
  cause: Prose.optional(),
  extent: Prose.optional(),
  timing: Prose.optional(),
  nature: DeviationNature.optional(),
  /** What the client said when the facts were confirmed. */
  clientStatement: Prose.optional(),
  /** Management's response; never tested, and shown as such. */
  managementResponse: Prose.optional(),
  compensating: Prose.optional(),
  /** What it means for the control and the criterion, with the reasoning. */
  effect: Prose.optional(),
}

export const Deviation = z.object({
  deviationId: Id,
  engagementId: Id,
  /** `DEV-3`, counted per engagement. */
  ref: z.string(),
  controlId: Id,
  controlRef: z.string(),
  criteria: z.array(z.string()),
  procedureId: Id.nullable(),
  sampleItemId: Id.nullable(),
  itemId: z.string().nullable(),
  attribute: z.string().nullable(),
  condition: z.string(),
  cause: z.string().nullable(),
  extent: z.string().nullable(),
  timing: z.string().nullable(),
  nature: DeviationNature.nullable(),
  clientStatement: z.string().nullable(),
  managementResponse: z.string().nullable(),
  compensating: z.string().nullable(),
  effect: z.string().nullable(),
  status: z.enum(['open', 'concluded']),
  recordedBy: z.string(),
  recordedAt: Instant,
})
export type Deviation = z.infer<typeof Deviation>

export const deviationContract = {
  'deviation.save': command({
    title: 'Record a deviation, or evaluate it further',
    params: z.strictObject({
      deviationId: Id.optional(),
      controlId: Id,
      procedureId: Id.optional(),
      sampleItemId: Id.optional(),
      attribute: z
        .string()
        .regex(/^[A-Z]$/)
        .optional(),
      status: z.enum(['open', 'concluded']).optional(),
      ...facts,
    }),
    result: z.object({ deviationId: Id, ref: z.string() }),
    errors: ['control.not_found', 'deviation.not_found', 'sample.item_not_found', 'deviation.cause_required'],
  }),
  'deviation.list': query({
    title: 'The deviation register, with the failed cells that no deviation describes yet',
    params: z.strictObject({ engagementId: Id, controlId: Id.optional() }),
    result: z.object({
      deviations: z.array(Deviation),
      undescribed: z.array(
        z.object({
          controlId: Id,
          controlRef: z.string(),
          procedureId: Id,
          sampleItemId: Id,
          itemId: z.string(),
          attribute: z.string(),
        }),
      ),
    }),
    errors: ['engagement.not_found'],
  }),
  'deviation.remove': command({
    title: 'Hide a deviation that was recorded by mistake; its history stays',
    params: z.strictObject({ deviationId: Id, reason: Reason }),
    result: Nothing,
    errors: ['deviation.not_found'],
  }),
}
