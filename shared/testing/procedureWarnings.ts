import type { Aspect } from '../contract/conclusion.ts'
import type { ReportType } from '../contract/engagement.ts'
import type { ProcedureNature } from '../contract/procedure.ts'

/** A procedure as far as its sufficiency goes. */
export type PlannedProcedure = {
  procedureId: string
  aspect: Aspect
  nature: ProcedureNature
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

/**
 * What a reviewer would ask about a procedure, seen beside the other procedures on the same aspect of its control.
 * Warnings only: nothing is refused for them.
 * @returns sentences; none if there is nothing to ask
 */
export function procedureWarnings(procedure: PlannedProcedure, control: TestedControl): string[] {
  const beside = control.procedures.filter(({ aspect }) => aspect === procedure.aspect)
  const overPeriod = control.reportType === 'type2' && procedure.aspect === 'operation'
  return [
    ...inquiryAlone(procedure, beside),
    ...(overPeriod ? pointInTime(procedure, beside) : []),
    ...(overPeriod && control.type === 'automated' ? automated(beside, control.versions) : []),
    ...(overPeriod && control.type !== 'automated' ? withoutSample(procedure) : []),
    ...(procedure.sampleId !== null && procedure.attributes.length === 0
      ? ['There is no attribute yet, so the test sheet has nothing to record.']
      : []),
  ]
}

function inquiryAlone({ nature, aspect }: PlannedProcedure, beside: readonly PlannedProcedure[]): string[] {
  if (nature !== 'inquiry' || beside.some((each) => each.nature !== 'inquiry')) return []
  return [
    `Inquiry is the only procedure on the ${aspect} of this control. Inquiry alone is not enough: inspect, observe or re-perform as well.`,
  ]
}

const coversPeriod = ({ nature }: PlannedProcedure) => nature === 'inspection' || nature === 'reperformance'

function pointInTime({ nature }: PlannedProcedure, beside: readonly PlannedProcedure[]): string[] {
  if (nature !== 'observation' || beside.some(coversPeriod)) return []
  return [
    'Observation shows a point in time, not the whole period. Inspect or re-perform on items of the period as well.',
  ]
}

/** An automated control is seen once; that it stayed so rests on evidence of its changes. */
function automated(beside: readonly PlannedProcedure[], versions: number): string[] {
  const examinesChanges = beside.some(({ text, attributes }) =>
    [text, ...attributes.map((each) => each.text)].some(speaksOfChange),
  )
  const versionsTested = beside.filter(coversPeriod).length
  return [
    ...(examinesChanges
      ? []
      : [
          'An automated control seen once is relied on for the period only with evidence of its changes. Examine those as well.',
        ]),
    ...(versions > Math.max(1, versionsTested)
      ? [`The control has ${versions} versions in the period: test its configuration under each of them.`]
      : []),
  ]
}

/** Read from the words of the procedure; a hint, since only a person can tell. */
const speaksOfChange = (text: string) =>
  /\b(chang|releas|deploy|modif|version histor|audit log|commit histor)/i.test(text)

function withoutSample(procedure: PlannedProcedure): string[] {
  if (!coversPeriod(procedure) || procedure.sampleId !== null) return []
  return ['No sample is chosen, so there are no items to record results on.']
}
