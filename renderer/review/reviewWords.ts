import type { QueueItem } from '../../shared/contract/review.ts'
import type { SignOff } from '../../shared/contract/signOff.ts'

/** Capacities of a sign-off, as they are shown. */
export const roleWords: Record<SignOff['role'], string> = {
  preparer: 'Preparer',
  reviewer: 'Reviewer',
  partner: 'Partner',
  quality_reviewer: 'Quality reviewer',
}

/** Why a paper is in the queue. */
export const reasonWords: Record<QueueItem['reasons'][number], string> = {
  invalid: 'Sign-off not genuine',
  changed: 'Changed since sign-off',
  notes: 'Notes open',
  deviating: 'Deviates',
  high_risk: 'High risk',
  new: 'New',
  unsigned: 'Not prepared',
}

export const problemWords: Record<NonNullable<SignOff['problem']>, string> = {
  not_genuine: 'not genuine: it was changed, or copied from another paper',
  other_key: 'made with a key that is not the signer’s',
  unknown_signer: 'by somebody whom this engagement does not know',
  role_not_allowed: 'in a capacity that the signer does not have',
}

/** @returns a length of time: `4 min 10 s` */
export function durationWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
