import type { Aspect, AspectFacts, ConclusionOutcome } from '../contract/conclusion.ts'
import type { ReportType } from '../contract/engagement.ts'
import { DomainError } from '../errors/domainError.ts'

/** A conclusion that a practitioner wants to record; `null` facts for a criterion, which is concluded from its controls. */
export type IntendedConclusion = {
  reportType: ReportType
  aspect: Aspect
  outcome: ConclusionOutcome
  /** What was done to confirm that a control did not occur. */
  confirmation: string | null
  facts: AspectFacts | null
}

/**
 * What speaks against a conclusion. It never says what to conclude.
 * A control can be found not effective before all is tested; that it operated needs every item, and that anything is
 * effective needs work that was done on it. That it did not occur is a result of its own and needs what confirms it.
 * Deviations are reported in every case, so a control that has some is never concluded as if it had none.
 * @returns errors as the contract of `conclusion.save` lists; none if all is well
 */
export function conclusionProblems({
  reportType,
  aspect,
  outcome,
  confirmation,
  facts,
}: IntendedConclusion): DomainError[] {
  if (aspect === 'operation' && reportType === 'type1') return [new DomainError('conclusion.operation_needs_period')]
  if (facts === null) return []
  if (outcome === 'did_not_occur') return occurrenceProblems(aspect, confirmation, facts)
  const isEffective = outcome === 'effective' || outcome === 'effective_with_deviations'
  if (!isEffective) return []
  return aspect === 'design' ? designProblems(facts) : operationProblems(outcome, facts)
}

function occurrenceProblems(aspect: Aspect, confirmation: string | null, { deviations }: AspectFacts): DomainError[] {
  if (aspect === 'design') return [new DomainError('conclusion.operation_only')]
  return [
    ...(confirmation === null ? [new DomainError('conclusion.confirmation_required')] : []),
    ...contradiction(deviations),
  ]
}

function designProblems({ procedures, performed, walkthrough }: AspectFacts): DomainError[] {
  if (walkthrough === 'not_suitable') return [new DomainError('conclusion.design_contradicted')]
  if (walkthrough === 'suitable' || performed > 0) return []
  const missing = procedures === 0 ? 'no walkthrough, and no procedure' : 'no walkthrough or performed procedure'
  return [new DomainError('conclusion.nothing_performed', { aspect: 'design', missing })]
}

function operationProblems(outcome: ConclusionOutcome, facts: AspectFacts): DomainError[] {
  const { procedures, performed, untestedCells, deviations } = facts
  const missing = procedures === 0 ? 'no procedure' : 'no performed procedure'
  // Cells without an outcome say the same more exactly.
  const isIdle = performed === 0 && untestedCells === 0
  return [
    ...(isIdle ? [new DomainError('conclusion.nothing_performed', { aspect: 'operation', missing })] : []),
    ...(untestedCells > 0 ? [new DomainError('conclusion.untested_items', { count: untestedCells })] : []),
    ...(outcome === 'effective' ? contradiction(deviations) : []),
  ]
}

const contradiction = (deviations: number): DomainError[] =>
  deviations > 0 ? [new DomainError('conclusion.deviations_recorded', { count: deviations })] : []

/**
 * @throws DomainError the first of `conclusionProblems`
 */
export function checkConclusion(conclusion: IntendedConclusion): void {
  const [problem] = conclusionProblems(conclusion)
  if (problem) throw problem
}
