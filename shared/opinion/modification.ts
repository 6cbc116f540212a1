import type { Judgement, OpinionForm } from '../contract/opinion.ts'

/**
 * What a judged effect makes of a part of the opinion.
 * Misstatement: qualified, adverse once pervasive. Scope limitation: qualified, disclaimer once pervasive.
 * An effect that is not material modifies nothing.
 */
export function formOf({ kind, material, pervasive }: Omit<Judgement, 'part'>): OpinionForm {
  if (!material) return 'unqualified'
  if (!pervasive) return 'qualified'
  return kind === 'misstatement' ? 'adverse' : 'disclaimer'
}

/**
 * Severity, mildest first. Adverse stands above a disclaimer: whoever has the evidence for a pervasive misstatement
 * says so, although evidence on something else is missing.
 */
const bySeverity = ['unqualified', 'qualified', 'disclaimer', 'adverse'] as const satisfies OpinionForm[]

/** @returns the most severe of several forms; `unqualified` for none */
export function worstForm(forms: readonly OpinionForm[]): OpinionForm {
  return bySeverity.findLast((form) => forms.includes(form)) ?? 'unqualified'
}
