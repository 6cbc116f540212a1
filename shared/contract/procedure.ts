import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Nothing, Reason } from './values.ts'

export const ProcedureNature = z.enum(['inquiry', 'observation', 'inspection', 'reperformance'])
export type ProcedureNature = z.infer<typeof ProcedureNature>

/** One thing looked at on every item, by its letter. */
export const Attribute = z.strictObject({
  letter: z.string().regex(/^[A-Z]$/),
  text: z.string().trim().min(1).max(2000),
})
export type Attribute = z.infer<typeof Attribute>

export const Procedure = z.object({
  procedureId: Id,
  engagementId: Id,
  controlId: Id,
  controlRef: z.string(),
  aspect: z.enum(['design', 'operation']),
  nature: ProcedureNature,
  text: z.string(),
  sampleId: Id.nullable(),
  attributes: z.array(Attribute),
  /** What a reviewer would ask about, such as inquiry as the only procedure. */
  warnings: z.array(z.string()),
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
      text: Reason,
      /** The sample that the procedure is performed on; without it the control's only sample. */
      sampleId: Id.nullish(),
      attributes: z.array(Attribute).max(26),
    }),
    result: z.object({ procedureId: Id }),
    errors: [
      'control.not_found',
      'procedure.not_found',
      'procedure.duplicate_attribute',
      'procedure.attribute_has_results',
      'procedure.operation_needs_period',
      'sample.not_found',
      'sample.of_other_control',
    ],
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
