import type { OpinionForm, OpinionPart, ProposedPart } from '../../shared/contract/opinion.ts'
import { needsReasoning } from '../../shared/opinion/decision.ts'

/** What is entered on one part; `null` is not decided. */
export type DecisionValues = { form: OpinionForm | null; reasoning: string }

/** Entered decisions by part. */
export type Decisions = Record<OpinionPart, DecisionValues>

const open: DecisionValues = { form: null, reasoning: '' }

/** @returns what was decided before, part by part */
export function decisionsOf(parts: readonly ProposedPart[]): Decisions {
  const decisions: Decisions = { description: open, design: open, operation: open }
  for (const { part, decided } of parts) {
    if (decided) decisions[part] = { form: decided.form, reasoning: decided.reasoning }
  }
  return decisions
}

/** @returns whether the reasoning of a part is missing */
export const lacksReasoning = ({ form, reasoning }: DecisionValues, proposal: OpinionForm): boolean =>
  form !== null && needsReasoning({ form, proposal }) && reasoning.trim() === ''

/** @returns the decided parts as they are saved */
export function decidedParts(decisions: Decisions, parts: readonly ProposedPart[]) {
  return parts.flatMap(({ part }) => {
    const { form, reasoning } = decisions[part]
    return form === null ? [] : [{ part, form, reasoning: reasoning.trim() }]
  })
}
