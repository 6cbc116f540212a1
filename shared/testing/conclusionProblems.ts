import type { Aspect, ConclusionOutcome } from '../contract/conclusion.ts'
import type { ReportType } from '../contract/engagement.ts'
import { DomainError } from '../errors/domainError.ts'

/** A conclusion that a practitioner wants to record on a control, and what the test sheets show. */
export type IntendedConclusion = {
  reportType: ReportType
  aspect: Aspect
  outcome: ConclusionOutcome
  /** Cells of the control's test sheets on operation that have no outcome. */
  untestedCells: number
  /** Deviations on operation: those recorded, and failed cells that none describes yet. */
  deviations: number
}

/**
 * What speaks against a conclusion. It never says what to conclude.
 * A control can be found not effective before all is tested; that it operated needs every item.
 * Deviations are reported in every case, so a control that has some is never concluded as if it had none.
 * @returns errors `conclusion.operation_needs_period`, `conclusion.untested_items`, `conclusion.deviations_recorded`; none if all is well
 */
export function conclusionProblems(conclusion: IntendedConclusion): DomainError[] {
  const { reportType, aspect, outcome, untestedCells, deviations } = conclusion
  if (aspect === 'design') return []
  if (reportType === 'type1') return [new DomainError('conclusion.operation_needs_period')]
  const operated = outcome === 'effective' || outcome === 'effective_with_deviations'
  const untested = operated && untestedCells > 0
  const contradicted = (outcome === 'effective' || outcome === 'did_not_occur') && deviations > 0
  return [
    ...(untested ? [new DomainError('conclusion.untested_items', { count: untestedCells })] : []),
    ...(contradicted ? [new DomainError('conclusion.deviations_recorded', { count: deviations })] : []),
  ]
}

/**
 * @throws DomainError the first of `conclusionProblems`
 */
export function checkConclusion(conclusion: IntendedConclusion): void {
  const [problem] = conclusionProblems(conclusion)
  if (problem) throw problem
}
