import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Instant, Line, Nothing, PlainDate, Reason } from './values.ts'

export const ProcedureNature = z.enum(['inquiry', 'observation', 'inspection', 'reperformance'])
export type ProcedureNature = z.infer<typeof ProcedureNature>

/** When a procedure is performed: on a part of the period, at several times of it, or for one day. */
export const ProcedureTiming = z.enum(['interim', 'roll_forward', 'throughout', 'as_of'])
export type ProcedureTiming = z.infer<typeof ProcedureTiming>

/** One thing looked at on every item, by its letter. */
export const Attribute = z.strictObject({
  letter: z.string().regex(/^[A-Z]$/),
  text: z.string().trim().min(1).max(2000),
  /** What is seen where the control operated. */
  expected: z.string().trim().max(2000).nullable().default(null),
})
export type Attribute = z.infer<typeof Attribute>

/** What a reviewer would ask about; each is named by a code that stays. */
export const WarningCode = z.enum([
  'inquiry_alone',
  'observation_point_in_time',
  'automated_without_changes',
  'automated_versions_untested',
  'sample_missing',
  'attributes_missing',
  'interval_uncovered',
])
export type WarningCode = z.infer<typeof WarningCode>

const ProcedureWarning = z.object({
  code: WarningCode,
  text: z.string(),
  /** Why it is all right, by a person. */
  answer: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type ProcedureWarning = z.infer<typeof ProcedureWarning>

export const Procedure = z.object({
  procedureId: Id,
  engagementId: Id,
  controlId: Id,
  controlRef: z.string(),
  aspect: z.enum(['design', 'operation']),
  nature: ProcedureNature,
  timing: ProcedureTiming.nullable(),
  /** As it was written, with its placeholders. */
  text: z.string(),
  /** As it reads: what is known of the placeholders is filled in. */
  filledText: z.string(),
  /** Placeholders that nothing is known for yet. */
  openPlaceholders: z.array(z.string()),
  sampleId: Id.nullable(),
  /** In the order of the sheet. */
  attributes: z.array(Attribute),
  /** What was found by a procedure that has no sheet. */
  performed: z.object({ on: PlainDate, by: z.string(), finding: z.string() }).nullable(),
  /** The procedure of a library that it began as. */
  libraryProcedureId: Id.nullable(),
  warnings: z.array(ProcedureWarning),
  resultsExpected: z.int(),
  resultsRecorded: z.int(),
  deviations: z.int(),
})
export type Procedure = z.infer<typeof Procedure>

export const procedureContract = {
  'procedure.save': command({
    title: 'Write a test procedure with its attributes, or change it',
    params: z.strictObject({
      procedureId: Id.optional(),
      controlId: Id,
      aspect: z.enum(['design', 'operation']).default('operation'),
      nature: ProcedureNature,
      /** Left out, the timing stays as it is. */
      timing: ProcedureTiming.nullish(),
      /** May hold placeholders, such as `{sample size}`. */
      text: Reason,
      /** The sample that the procedure is performed on; without it the control's only sample. */
      sampleId: Id.nullish(),
      /** In the order of the sheet. */
      attributes: z.array(Attribute).max(26),
    }),
    result: z.object({ procedureId: Id }),
    errors: [
      'control.not_found',
      'procedure.not_found',
      'procedure.duplicate_attribute',
      'procedure.attribute_has_results',
      'procedure.operation_needs_period',
      'procedure.timing_needs_period',
      'procedure.unknown_placeholder',
      'procedure.sample_has_results',
      'sample.not_found',
      'sample.of_other_control',
    ],
  }),
  'procedure.perform': command({
    title: 'Record what a procedure without a test sheet found, such as an inquiry; or take that back',
    params: z.strictObject({
      procedureId: Id,
      /** `null` takes it back. */
      performed: z.strictObject({ on: PlainDate, by: Line, finding: Reason }).nullable(),
    }),
    result: Nothing,
    errors: ['procedure.not_found', 'procedure.has_sheet'],
  }),
  'procedure.answerWarning': command({
    title: 'Say why a warning about a procedure is all right; or take that back',
    params: z.strictObject({ procedureId: Id, code: WarningCode, reason: Reason.nullable() }),
    result: Nothing,
    errors: ['procedure.not_found', 'procedure.no_such_warning'],
  }),
  'procedure.placeholders': query({
    title: 'What a text may leave to be filled in, and what it stands for with a control and a sample',
    params: z.strictObject({ controlId: Id, sampleId: Id.nullish() }),
    result: z.object({
      placeholders: z.array(z.object({ name: z.string(), meaning: z.string(), value: z.string().nullable() })),
    }),
    errors: ['control.not_found', 'sample.not_found'],
  }),
  'procedure.list': query({
    title: 'The test procedures of an engagement or of one control',
    params: z.strictObject({ engagementId: Id, controlId: Id.optional() }),
    result: z.object({ procedures: z.array(Procedure) }),
    errors: ['engagement.not_found'],
  }),
  'procedure.get': query({
    title: 'One test procedure',
    params: z.strictObject({ procedureId: Id }),
    result: Procedure,
    errors: ['procedure.not_found'],
  }),
  'procedure.remove': command({
    title: 'Hide a procedure that has no results; its history stays',
    params: z.strictObject({ procedureId: Id }),
    result: Nothing,
    errors: ['procedure.not_found', 'procedure.has_results'],
  }),
}
