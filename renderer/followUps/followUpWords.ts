import type { FollowUpStatus } from '../../shared/contract/followUp.ts'

export const followUpWords: Record<FollowUpStatus, string> = {
  open: 'Open',
  resolved: 'Put right',
  recurring: 'Found again',
  no_longer_relevant: 'No longer relevant',
}

export const followUpStatuses = Object.entries(followUpWords).map(([value, label]) => ({ value, label }))
