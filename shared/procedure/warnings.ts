import type { Aspect } from '../contract/conclusion.ts'
import type { ReportType } from '../contract/engagement.ts'
import type { ProcedureNature, ProcedureTiming, WarningCode } from '../contract/procedure.ts'

/** A procedure as far as its sufficiency goes. */
export type PlannedProcedure = {
  procedureId: string
  aspect: Aspect
  nature: ProcedureNature
  timing: ProcedureTiming | null
  text: string
  sampleId: string | null
  attributes: readonly { letter: string; text: string }[]
}

/** The control that the procedures test; `versions` counts its wordings within the period. */
export type TestedControl = {
  reportType: ReportType
  type: 'manual' | 'automated' | 'it_dependent'
  versions: number
  procedures: readonly PlannedProcedure[]
}

/** A fact about a procedure that a reviewer would ask about. */
export type Warning = { code: WarningCode; text: string }

/**
 * What a reviewer would ask about a procedure, seen beside the other procedures on the same aspect of its control.
 * Warnings only: nothing is refused for them, and each may be answered with a reason.
 * @returns at most one warning of each code; none if there is nothing to ask
 */
export function procedureWarnings(procedure: PlannedProcedure, control: TestedControl): Warning[] {
  const beside = control.procedures.filter(({ aspect }) => aspect === procedure.aspect)
  const overPeriod = control.reportType === 'type2' && procedure.aspect === 'operation'
  return [
    ...inquiryAlone(procedure, beside),
    ...(overPeriod ? pointInTime(procedure, beside) : []),
    ...(overPeriod && control.type === 'automated' ? automated(beside, control.versions) : []),
    ...(overPeriod && control.type !== 'automated' ? withoutSample(procedure) : []),
    ...(overPeriod && control.type !== 'automated' ? uncovered(procedure, beside) : []),
    ...withoutAttributes(procedure),
  ]
}

function inquiryAlone({ nature, aspect }: PlannedProcedure, beside: readonly PlannedProcedure[]): Warning[] {
  if (nature !== 'inquiry' || beside.some((each) => each.nature !== 'inquiry')) return []
  return [
    {
      code: 'inquiry_alone',
      text: `Inquiry is the only procedure on the ${aspect} of this control. Inquiry alone is not enough: inspect, observe or re-perform as well.`,
    },
  ]
}

const coversPeriod = ({ nature }: PlannedProcedure) => nature === 'inspection' || nature === 'reperformance'

function pointInTime({ nature }: PlannedProcedure, beside: readonly PlannedProcedure[]): Warning[] {
  if (nature !== 'observation' || beside.some(coversPeriod)) return []
  return [
    {
      code: 'observation_point_in_time',
      text: 'Observation shows a point in time, not the whole period. Inspect or re-perform on items of the period as well.',
    },
  ]
}

/** An automated control is seen once; that it stayed so rests on evidence of its changes. */
function automated(beside: readonly PlannedProcedure[], versions: number): Warning[] {
  const examinesChanges = beside.some(({ text, attributes }) =>
    [text, ...attributes.map((each) => each.text)].some(speaksOfChange),
  )
  const versionsTested = beside.filter(coversPeriod).length
  const withoutChanges: Warning = {
    code: 'automated_without_changes',
    text: 'An automated control seen once is relied on for the period only with evidence of its changes. Examine those as well.',
  }
  const untested: Warning = {
    code: 'automated_versions_untested',
    text: `The control has ${versions} versions in the period: test its configuration under each of them.`,
  }
  return [...(examinesChanges ? [] : [withoutChanges]), ...(versions > Math.max(1, versionsTested) ? [untested] : [])]
}

/** Read from the words of the procedure; a hint, since only a person can tell. */
const speaksOfChange = (text: string) =>
  /\b(chang|releas|deploy|modif|version histor|audit log|commit histor)/i.test(text)

function withoutSample(procedure: PlannedProcedure): Warning[] {
  if (!coversPeriod(procedure) || procedure.sampleId !== null) return []
  return [{ code: 'sample_missing', text: 'No sample is chosen, so there are no items to record results on.' }]
}

function withoutAttributes({ sampleId, attributes }: PlannedProcedure): Warning[] {
  if (sampleId === null || attributes.length > 0) return []
  return [{ code: 'attributes_missing', text: 'There is no attribute yet, so the test sheet has nothing to record.' }]
}

/**
 * Interim work leaves the rest of the period, and work as of a date all other days. A procedure whose timing nobody has said
 * is not held against the control.
 */
function uncovered({ timing }: PlannedProcedure, beside: readonly PlannedProcedure[]): Warning[] {
  if (timing === null || timing === 'throughout') return []
  const timings = new Set(beside.map((each) => each.timing))
  const isCovered =
    timings.has(null) || timings.has('throughout') || (timings.has('interim') && timings.has('roll_forward'))
  return isCovered ? [] : [{ code: 'interval_uncovered', text: uncoveredWords[timing] }]
}

const uncoveredWords = {
  interim:
    'Only an interim part of the period is tested. Test the rest of it as well, from the interim date to the last day.',
  roll_forward: 'Only the rest of the period is tested. Test the part before the interim date as well.',
  as_of: 'Operation is tested as of one day. Test it throughout the period, or in an interim part and a roll-forward.',
}
