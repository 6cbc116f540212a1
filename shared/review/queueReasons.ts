import type { PaperKind } from '../paper/paperForms.ts'
import type { SignOffRole } from './signOffRules.ts'

/** The papers that are signed before the file is complete; files and requests support them and are signed where somebody wants to. */
export const signedKinds = [
  'engagement',
  'control',
  'population',
  'sample',
  'procedure',
  'walkthrough',
  'deviation',
  'conclusion',
  'opinion',
  'subserviceOrganisation',
  'letter',
  'narrative',
] as const satisfies PaperKind[]

/**
 * Why a paper is in front of somebody: not signed by its preparer yet; signed and not seen at this level; changed since a
 * sign-off and not seen as it is at this level; a sign-off on it is not genuine; it deviates; its risk is high; a note on it is not cleared.
 */
export const queueReasons = ['invalid', 'changed', 'notes', 'deviating', 'high_risk', 'new', 'unsigned'] as const
export type QueueReason = (typeof queueReasons)[number]

/** What is known of one paper. */
export type PaperReview = {
  signOffs: readonly { role: SignOffRole; changedSince: boolean; valid: boolean }[]
  openNotes: number
  deviating: boolean
  highRisk: boolean
}

/**
 * @param level in whose capacity the queue is read
 * @returns why the paper is in the queue; empty where that level signed it as it stands and nothing is open
 */
export function reasonsOf(
  { signOffs, openNotes, deviating, highRisk }: PaperReview,
  level: SignOffRole,
): QueueReason[] {
  const genuine = signOffs.filter(({ valid }) => valid)
  const prepared = genuine.some(({ role, changedSince }) => role === 'preparer' && !changedSince)
  const seen = genuine.some(({ role, changedSince }) => role === level && !changedSince)
  const facts: Record<QueueReason, boolean> = {
    invalid: genuine.length < signOffs.length,
    changed: changedAfterAll(genuine) && !seen,
    notes: openNotes > 0,
    deviating: deviating && !seen,
    high_risk: highRisk && !seen,
    new: prepared && !seen,
    unsigned: !genuine.some(({ role }) => role === 'preparer'),
  }
  return queueReasons.filter((reason) => facts[reason])
}

/** Somebody signed it as it was, and has not signed it again as it is. */
function changedAfterAll(signOffs: PaperReview['signOffs']): boolean {
  return signOffs.some(
    ({ role, changedSince }) => changedSince && !signOffs.some((later) => later.role === role && !later.changedSince),
  )
}
