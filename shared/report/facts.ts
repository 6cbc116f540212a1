import type { ConclusionOutcome } from '../contract/conclusion.ts'
import type { ReportType } from '../contract/engagement.ts'
import type { OpinionForm, OpinionPart } from '../contract/opinion.ts'
import type { ProcedureNature } from '../contract/procedure.ts'
import type { RichText } from '../contract/richText.ts'
import type { SubserviceMethod } from '../contract/subservice.ts'
import type { OurScope } from '../subservice/coverage.ts'
import type { ReportSettings } from './settings.ts'

/** A deviation as a report tells it. */
export type ReportDeviation = {
  ref: string
  attribute: string | null
  condition: string
  managementResponse: string | null
}

/** An attribute of a test sheet with its counts; items that it does not apply to are not tested. */
export type ReportAttribute = { letter: string; text: string; tested: number; found: number; untested: number }

export type ReportProcedure = {
  procedureId: string
  nature: ProcedureNature
  aspect: 'design' | 'operation'
  /** As it was written, with its placeholders filled in; imperative. */
  text: string
  /** Items and rows to choose from, of a procedure on a sample. */
  sample: { size: number; populationSize: number; population: string } | null
  attributes: readonly ReportAttribute[]
  /** Whether anything was recorded for it. */
  performed: boolean
  deviations: readonly ReportDeviation[]
  /** Failed cells that no deviation describes yet. */
  undescribed: number
}

export type ReportControl = {
  controlId: string
  ref: string
  title: string
  /** The subservice organisation of the inclusive method whose control it is; `null` for one of the client. */
  organisation: string | null
  /** Wordings in force within the period, the earliest first; `from` is `null` where it was in force all along. */
  wordings: readonly { from: string | null; text: string }[]
  criteria: readonly string[]
  operation: ConclusionOutcome | null
  /** What confirmed that it did not occur. */
  confirmation: string | null
  procedures: readonly ReportProcedure[]
  /** Deviations that no procedure found. */
  otherDeviations: readonly ReportDeviation[]
}

export type ReportCriterion = { criterionId: string; title: string; controls: readonly string[] }

/** A part of the opinion as it was decided. */
export type ReportPart = {
  part: OpinionPart
  form: OpinionForm | null
  reasoning: string
  /** Criteria concluded as not met, with the controls that failed and their deviations. */
  failing: readonly { criterionId: string; title: string; controls: readonly string[]; conditions: readonly string[] }[]
  /** Commitments and requirements concluded as not achieved, with the criteria that they are judged by. */
  broken: readonly { ref: string; text: string; criteria: readonly string[] }[]
}

export type ReportOrganisation = {
  name: string
  service: string
  method: SubserviceMethod
  /** References of its controls, of the inclusive method. */
  controls: readonly string[]
  csocs: readonly { ref: string; text: string; criteria: readonly string[] }[]
}

/** Everything that a report is made of. */
export type ReportFacts = {
  client: string
  system: string | null
  reportType: ReportType
  scope: OurScope
  categories: readonly string[]
  reportOn: string | null
  settings: ReportSettings
  parts: readonly ReportPart[]
  /** The practitioner's own words for the basis. */
  basis: string | null
  criteria: readonly ReportCriterion[]
  controls: readonly ReportControl[]
  organisations: readonly ReportOrganisation[]
  cuecs: readonly { ref: string; text: string; criteria: readonly string[] }[]
  assertion: { text: string | null; datedOn: string | null; signedBy: string | null } | null
  /** Management's description by heading, as it was written. */
  description: readonly { heading: string; content: RichText }[]
  /** Commitments and requirements that the opinion is against. */
  commitments: string[]
  notApplicable: readonly { criterionId: string; reason: string }[]
}
