import { z } from 'zod'
import { command, job, query } from './define.ts'
import { sheetErrors, sheetParams } from './sheet.ts'
import { Id, Line, Nothing, PlainDate, Prose, Reason, Sha256 } from './values.ts'

/** Whether the report leaves the organisation's controls out, or describes and tests them as well. */
export const SubserviceMethod = z.enum(['carve_out', 'inclusive'])
export type SubserviceMethod = z.infer<typeof SubserviceMethod>

const OpinionForm = z.enum(['unqualified', 'qualified', 'adverse', 'disclaimer'])

/** What is worth a question about an organisation and its reports. */
export const SubserviceWarning = z.enum([
  'no_report',
  'days_not_covered',
  'report_ended_long_ago',
  'design_only',
  'bridge_too_long',
  'opinion_not_unqualified',
  'no_complementary_control',
  'no_monitoring_control',
  'no_assertion',
  'no_representation',
  'no_own_control',
  'control_not_tested',
])
export type SubserviceWarning = z.infer<typeof SubserviceWarning>

const reportFacts = {
  /** Such as SOC 2 Type 2. */
  title: Line,
  auditor: z.string().trim().max(500).nullish(),
  /** The period that it covers; of a report as of a date neither is given. */
  periodStart: PlainDate.nullish(),
  periodEnd: PlainDate.nullish(),
  asOf: PlainDate.nullish(),
  opinion: OpinionForm,
  /** What its tests found, in own words. */
  exceptions: Prose.nullish(),
  /** What it expects of its users, and how that was considered. */
  cuecsConsidered: Prose.nullish(),
  /** The day up to which a bridge letter says that nothing changed. */
  bridgeUntil: PlainDate.nullish(),
}

/** How much of our period a report covers, in days. */
export const ReportCoverage = z.object({
  overlap: z.int(),
  gapBefore: z.int(),
  /** Days after its end, bridged ones among them. */
  gapAfter: z.int(),
  bridged: z.int(),
})
export type ReportCoverage = z.infer<typeof ReportCoverage>

export const SubserviceReport = z.object({
  reportId: Id,
  organisationId: Id,
  title: z.string(),
  auditor: z.string().nullable(),
  periodStart: PlainDate.nullable(),
  periodEnd: PlainDate.nullable(),
  asOf: PlainDate.nullable(),
  opinion: OpinionForm,
  exceptions: z.string().nullable(),
  cuecsConsidered: z.string().nullable(),
  bridgeUntil: PlainDate.nullable(),
  coverage: ReportCoverage,
})
export type SubserviceReport = z.infer<typeof SubserviceReport>

export const SubserviceOrganisation = z.object({
  organisationId: Id,
  name: z.string(),
  service: z.string(),
  method: SubserviceMethod,
  assertionObtained: z.boolean(),
  representationObtained: z.boolean(),
  note: z.string().nullable(),
  /** Controls of the matrix that are its own, of the inclusive method, and whether anything was tested on each. */
  controls: z.array(z.object({ controlId: Id, ref: z.string(), tested: z.boolean() })),
  reports: z.array(SubserviceReport),
  /** Days of our period, or up to our date, that no report or bridge letter speaks of. */
  uncoveredDays: z.int(),
  warnings: z.array(SubserviceWarning),
})
export type SubserviceOrganisation = z.infer<typeof SubserviceOrganisation>

/** A control that somebody else has to operate: a user entity (CUEC), or a subservice organisation (CSOC). */
export const ComplementaryKind = z.enum(['cuec', 'csoc'])
export type ComplementaryKind = z.infer<typeof ComplementaryKind>

export const ComplementaryControl = z.object({
  complementaryId: Id,
  kind: ComplementaryKind,
  /** `CUEC-3`, counted per engagement and kind. */
  ref: z.string(),
  text: z.string(),
  /** Of a CSOC, whose it is. */
  organisationId: Id.nullable(),
  criteria: z.array(z.string()),
  /** Own controls that rest on it. */
  controlIds: z.array(Id),
  /** Where users are told of it. */
  communicated: z.string().nullable(),
})
export type ComplementaryControl = z.infer<typeof ComplementaryControl>

/** What a criterion rests on. */
export const MatrixGap = z.enum([
  'only_complementary',
  'organisation_not_covered',
  'organisation_not_tested',
  'nothing',
])

export const MatrixRow = z.object({
  criterionId: z.string(),
  title: z.string(),
  /** With the subservice organisation whose control it is, `null` for the client's own. */
  controls: z.array(z.object({ controlId: Id, ref: z.string(), organisation: z.string().nullable() })),
  cuecs: z.array(z.string()),
  csocs: z.array(z.string()),
  gaps: z.array(MatrixGap),
})
export type MatrixRow = z.infer<typeof MatrixRow>

export const subserviceContract = {
  'subservice.save': command({
    title: 'Write down a subservice organisation, or change what is known of it',
    params: z.strictObject({
      engagementId: Id,
      organisationId: Id.optional(),
      name: Line,
      service: Line,
      method: SubserviceMethod,
      assertionObtained: z.boolean().default(false),
      representationObtained: z.boolean().default(false),
      note: Prose.nullish(),
    }),
    result: z.object({ organisationId: Id }),
    errors: ['engagement.not_found', 'subservice.not_found', 'subservice.has_controls'],
  }),
  'subservice.remove': command({
    title: 'Hide a subservice organisation with its reports; its history stays',
    params: z.strictObject({ organisationId: Id, reason: Reason }),
    result: Nothing,
    errors: ['subservice.not_found', 'subservice.has_complementary', 'subservice.has_controls'],
  }),
  'subservice.saveReport': command({
    title: 'Write down a report of a subservice organisation, or change what is known of it',
    params: z.strictObject({ organisationId: Id, reportId: Id.optional(), ...reportFacts }),
    result: z.object({ reportId: Id }),
    errors: [
      'subservice.not_found',
      'subservice.report_not_found',
      'subservice.period_or_date',
      'period.end_before_start',
      'subservice.bridge_before_end',
    ],
  }),
  'subservice.removeReport': command({
    title: 'Hide a report that was written down by mistake; its history stays',
    params: z.strictObject({ reportId: Id }),
    result: Nothing,
    errors: ['subservice.report_not_found'],
  }),
  'subservice.list': query({
    title:
      'Subservice organisations with their reports, the days of our period that these cover, and what is worth a question',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ organisations: z.array(SubserviceOrganisation) }),
    errors: ['engagement.not_found'],
  }),
  'complementary.save': command({
    title: 'Write down a complementary control of users or of a subservice organisation, or change one',
    params: z.strictObject({
      engagementId: Id,
      complementaryId: Id.optional(),
      kind: ComplementaryKind,
      text: Reason,
      organisationId: Id.optional(),
      criteria: z.array(z.string().max(20)).max(61),
      controlIds: z.array(Id).max(1000).default([]),
      communicated: z.string().trim().max(2000).nullish(),
    }),
    result: z.object({ complementaryId: Id, ref: z.string() }),
    errors: [
      'engagement.not_found',
      'complementary.not_found',
      'complementary.kind_is_fixed',
      'complementary.needs_organisation',
      'subservice.not_found',
      'control.not_found',
      'criterion.not_in_scope',
    ],
  }),
  'complementary.remove': command({
    title: 'Hide a complementary control; its history stays',
    params: z.strictObject({ complementaryId: Id }),
    result: Nothing,
    errors: ['complementary.not_found'],
  }),
  'complementary.list': query({
    title: 'Complementary controls of users and of subservice organisations',
    params: z.strictObject({ engagementId: Id, kind: ComplementaryKind.optional() }),
    result: z.object({ controls: z.array(ComplementaryControl) }),
    errors: ['engagement.not_found'],
  }),
  'complementary.matrix': query({
    title: 'What each criterion in scope rests on: own controls, those of users, those of subservice organisations',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ rows: z.array(MatrixRow) }),
    errors: ['engagement.not_found'],
  }),
  'complementary.export': job({
    title: 'Write the complementary controls and the matrix as a workbook, or the controls as CSV',
    params: z.strictObject({ engagementId: Id, ...sheetParams }),
    result: z.object({ controls: z.int(), sha256: Sha256 }),
    errors: ['engagement.not_found', ...sheetErrors],
  }),
}
