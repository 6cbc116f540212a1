import { z } from 'zod'
import { command, job, query } from './define.ts'
import { ConclusionOutcome } from './conclusion.ts'
import { tableErrors, TablePreview } from './table.ts'
import { FileRef, Id, Line, page, PlainDate, Prose, RejectedRow, Nothing } from './values.ts'

export const Frequency = z.enum([
  'annual',
  'semiannual',
  'quarterly',
  'monthly',
  'semimonthly',
  'weekly',
  'daily',
  'multiple_daily',
  'event',
  'continuous',
])
export type Frequency = z.infer<typeof Frequency>

export const ControlType = z.enum(['manual', 'automated', 'it_dependent'])
export const ControlNature = z.enum(['preventive', 'detective', 'corrective'])

/** The wording of a control from a day on: a control that changed within the period has two versions, two populations, two tests. */
export const ControlVersion = z.object({
  controlVersionId: Id,
  effectiveOn: PlainDate,
  /** Day before the next version, `null` for the last one. */
  untilOn: PlainDate.nullable(),
  description: z.string(),
  frequency: Frequency,
  type: ControlType,
  nature: ControlNature,
})
export type ControlVersion = z.infer<typeof ControlVersion>

export const ControlSummary = z.object({
  controlId: Id,
  ref: z.string(),
  title: z.string(),
  criteria: z.array(z.string()),
  owner: z.string().nullable(),
  /** The subservice organisation of the inclusive method whose control it is; `null` for one of the client. */
  organisationId: Id.nullable(),
  organisation: z.string().nullable(),
  frequency: Frequency,
  type: ControlType,
  nature: ControlNature,
  versions: z.int(),
  procedures: z.int(),
  samples: z.int(),
  deviations: z.int(),
  design: ConclusionOutcome.nullable(),
  operation: ConclusionOutcome.nullable(),
})
export type ControlSummary = z.infer<typeof ControlSummary>

export const ControlDetail = ControlSummary.extend({ engagementId: Id, wording: z.array(ControlVersion) })
export type ControlDetail = z.infer<typeof ControlDetail>

const ControlColumns = z.strictObject({
  ref: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  criteria: z.string().optional(),
  frequency: z.string().optional(),
  type: z.string().optional(),
  nature: z.string().optional(),
  owner: z.string().optional(),
  /** Names the subservice organisation of the inclusive method whose control it is; an empty cell is the client's own. */
  organisation: z.string().optional(),
})

/** A list of controls; of a workbook the first sheet that is not hidden, unless another is named. */
const matrixFile = { file: FileRef, sheet: z.string().max(500).optional() }

const wording = {
  description: Prose,
  frequency: Frequency,
  type: ControlType,
  nature: ControlNature,
}

export const controlContract = {
  'control.preview': job({
    title: 'Read the first rows of a control matrix and propose which column is which',
    params: z.strictObject(matrixFile),
    result: TablePreview.extend({ proposal: ControlColumns }),
    errors: tableErrors,
  }),
  'control.import': job({
    title: 'Import a control matrix from a workbook or CSV; rows that cannot be taken are listed, not guessed',
    params: z.strictObject({ engagementId: Id, ...matrixFile, columns: ControlColumns.optional() }),
    result: z.object({ imported: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.array(RejectedRow) }),
    errors: [...tableErrors, 'engagement.not_found', 'csv.column_missing'],
  }),
  'control.list': query({
    title: 'The controls of an engagement, by reference',
    params: z.strictObject({ engagementId: Id, query: z.string().max(200).optional(), ...page }),
    result: z.object({ total: z.int(), controls: z.array(ControlSummary) }),
    errors: ['engagement.not_found'],
  }),
  'control.get': query({
    title: 'One control with its versions',
    params: z.strictObject({ controlId: Id }),
    result: ControlDetail,
    errors: ['control.not_found'],
  }),
  'control.save': command({
    title: 'Add a control, or change its reference, title, owner, criteria or latest wording',
    params: z.strictObject({
      engagementId: Id,
      controlId: Id.optional(),
      ref: Line,
      title: Line,
      owner: z.string().trim().max(200).optional(),
      /** Whose control it is; `null` makes it one of the client again. */
      organisationId: Id.nullish(),
      criteria: z.array(z.string()).max(100),
      ...wording,
    }),
    result: z.object({ controlId: Id }),
    errors: [
      'engagement.not_found',
      'control.not_found',
      'control.duplicate_ref',
      'control.unknown_criterion',
      'subservice.not_found',
      'control.organisation_carved_out',
    ],
  }),
  'control.splitVersion': command({
    title: 'Record that a control changed within the period: a new version from a day on',
    params: z.strictObject({ controlId: Id, effectiveOn: PlainDate, ...wording }),
    result: z.object({ controlVersionId: Id }),
    errors: ['control.not_found', 'control.version_exists', 'control.version_outside_period'],
  }),
  'control.remove': command({
    title: 'Hide a control; its history stays in the journal',
    params: z.strictObject({ controlId: Id }),
    result: Nothing,
    errors: ['control.not_found', 'control.has_work'],
  }),
}
