import { z } from 'zod'
import { ConclusionOutcome } from './conclusion.ts'
import { command, job, query } from './define.ts'
import { sheetErrors, sheetParams } from './sheet.ts'
import { Id, Instant, Nothing, PlainDate, Prose, Reason, Sha256 } from './values.ts'

export const DeviationNature = z.enum(['isolated', 'systematic', 'intentional'])

/** How far a deviation is: found, its facts confirmed with the client, evaluated, concluded. */
export const DeviationStatus = z.enum(['open', 'confirmed', 'evaluated', 'concluded'])
export type DeviationStatus = z.infer<typeof DeviationStatus>

/** An extension of a sample, counted from 1. */
const SampleExtension = z.strictObject({ sampleId: Id, number: z.int().min(1) })

const facts = {
  condition: Reason,
  cause: Prose.optional(),
  extent: Prose.optional(),
  timing: Prose.optional(),
  nature: DeviationNature.optional(),
  /** What the client said when the facts were confirmed, who said it, and on which day. */
  clientStatement: Prose.optional(),
  clientPerson: z.string().trim().max(500).optional(),
  clientSaidOn: PlainDate.nullish(),
  /** Management's response; never tested, and shown as such. */
  managementResponse: Prose.optional(),
  /** What else is to be said about compensating controls. */
  compensating: Prose.optional(),
  /** The controls that cover for the deviation, and how each was tested; given, they replace those before. */
  compensations: z
    .array(z.strictObject({ controlId: Id, testedHow: Reason }))
    .max(100)
    .optional(),
  /** The extension of the sample that was made because of it. */
  extension: SampleExtension.nullish(),
  /** What it means for the control, with the reasoning. */
  effect: Prose.optional(),
  /** What it means for the criteria that the control answers, with the reasoning. */
  criterionEffect: Prose.optional(),
}

const Step = z.object({ by: z.string(), at: Instant }).nullable()

/** A control that covers for a deviation, with what is known of its own tests. */
const Compensation = z.object({
  controlId: Id,
  controlRef: z.string(),
  controlTitle: z.string(),
  testedHow: z.string(),
  /** Procedures on its operation that something was recorded for. */
  proceduresPerformed: z.int(),
  operation: ConclusionOutcome.nullable(),
})

export const Deviation = z.object({
  deviationId: Id,
  engagementId: Id,
  /** `DEV-3`, counted per engagement. */
  ref: z.string(),
  controlId: Id,
  controlRef: z.string(),
  criteria: z.array(z.string()),
  procedureId: Id.nullable(),
  sampleId: Id.nullable(),
  sampleItemId: Id.nullable(),
  itemId: z.string().nullable(),
  attribute: z.string().nullable(),
  condition: z.string(),
  cause: z.string().nullable(),
  extent: z.string().nullable(),
  timing: z.string().nullable(),
  nature: DeviationNature.nullable(),
  clientStatement: z.string().nullable(),
  clientPerson: z.string().nullable(),
  clientSaidOn: PlainDate.nullable(),
  managementResponse: z.string().nullable(),
  compensating: z.string().nullable(),
  compensations: z.array(Compensation),
  extension: SampleExtension.extend({ by: z.int(), reason: z.string() }).nullable(),
  effect: z.string().nullable(),
  criterionEffect: z.string().nullable(),
  status: DeviationStatus,
  confirmed: Step,
  evaluated: Step,
  concluded: Step,
  reopenedBecause: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: Instant,
})
export type Deviation = z.infer<typeof Deviation>

/** Which deviations are meant, and in which order. */
const selection = {
  controlId: Id.optional(),
  status: DeviationStatus.optional(),
  criterionId: z.string().max(20).optional(),
  nature: z.union([DeviationNature, z.literal('not_judged')]).optional(),
  /** Name of who recorded it. */
  recordedBy: z.string().max(200).optional(),
  /** Words that occur in it, in any order. */
  query: z.string().max(200).optional(),
  sort: z.enum(['ref', 'control', 'item', 'nature', 'status', 'recordedAt']).default('ref'),
  descending: z.boolean().default(false),
}

const Selection = z.object(selection)
export type DeviationSelection = z.infer<typeof Selection>

export const deviationContract = {
  'deviation.save': command({
    title: 'Record a deviation, or write what is known of it; a concluded one is reopened first',
    params: z.strictObject({
      deviationId: Id.optional(),
      controlId: Id,
      procedureId: Id.optional(),
      sampleItemId: Id.optional(),
      attribute: z
        .string()
        .regex(/^[A-Z]$/)
        .optional(),
      ...facts,
    }),
    result: z.object({ deviationId: Id, ref: z.string() }),
    errors: [
      'control.not_found',
      'procedure.not_found',
      'deviation.not_found',
      'deviation.is_concluded',
      'deviation.cause_required',
      'deviation.confirmation_required',
      'deviation.compensated_by_itself',
      'deviation.extension_not_found',
      'sample.item_not_found',
      'sample.not_found',
      'sample.of_other_control',
    ],
  }),
  'deviation.advance': command({
    title: 'Take a deviation one step on (confirmed with the client, evaluated, concluded), or back with the reason',
    params: z.strictObject({ deviationId: Id, status: DeviationStatus, reason: Reason.optional() }),
    result: Nothing,
    errors: [
      'deviation.not_found',
      'deviation.step_skipped',
      'deviation.confirmation_required',
      'deviation.cause_required',
      'deviation.reason_required',
    ],
  }),
  'deviation.list': query({
    title: 'The deviation register, with the failed cells that no deviation describes yet',
    params: z.strictObject({ engagementId: Id, ...selection }),
    result: z.object({
      deviations: z.array(Deviation),
      /** Of all deviations of the engagement or control, whichever are selected. */
      counts: z.record(DeviationStatus, z.int()),
      /** Who recorded them. */
      people: z.array(z.string()),
      undescribed: z.array(
        z.object({
          controlId: Id,
          controlRef: z.string(),
          procedureId: Id,
          sampleId: Id,
          sampleItemId: Id,
          itemId: z.string(),
          attribute: z.string(),
          /** A sentence to begin the description with, from the attribute and the note on the cell. */
          proposedCondition: z.string(),
        }),
      ),
    }),
    errors: ['engagement.not_found'],
  }),
  'deviation.export': job({
    title: 'Write the selected deviations as a workbook or as CSV',
    params: z.strictObject({
      engagementId: Id,
      ...selection,
      ...sheetParams,
    }),
    result: z.object({ deviations: z.int(), sha256: Sha256 }),
    errors: ['engagement.not_found', ...sheetErrors],
  }),
  'deviation.remove': command({
    title: 'Hide a deviation that was recorded by mistake; its history stays',
    params: z.strictObject({ deviationId: Id, reason: Reason }),
    result: Nothing,
    errors: ['deviation.not_found', 'deviation.is_concluded'],
  }),
}
