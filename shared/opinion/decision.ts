import type { ReportType } from '../contract/engagement.ts'
import type { OpinionForm, OpinionPart } from '../contract/opinion.ts'
import { DomainError } from '../errors/domainError.ts'

/** The parts of an opinion: description and design as of a date for Type 1; all three over the period for Type 2. */
export function opinionParts(reportType: ReportType): OpinionPart[] {
  return reportType === 'type1' ? ['description', 'design'] : ['description', 'design', 'operation']
}

/** What the practitioner decided on a part, beside what the papers propose. */
export type Decision = {
  reportType: ReportType
  part: OpinionPart
  form: OpinionForm
  proposal: OpinionForm
  reasoning?: string | undefined
}

/** Whether a decision departs from the proposal, so that its reasoning has to be recorded. */
export const needsReasoning = ({ form, proposal }: Pick<Decision, 'form' | 'proposal'>): boolean => form !== proposal

/**
 * The practitioner may decide otherwise than proposed, with the reasoning recorded.
 * @throws DomainError `opinion.part_not_in_type1`, `opinion.reasoning_required`
 */
export function checkDecision(decision: Decision): void {
  const { reportType, part, proposal, reasoning } = decision
  if (!opinionParts(reportType).includes(part)) throw new DomainError('opinion.part_not_in_type1', { part })
  if (needsReasoning(decision) && (reasoning ?? '').trim() === '') {
    throw new DomainError('opinion.reasoning_required', { part, proposal })
  }
}
