import type { PractitionerRole } from '../../shared/contract/store.ts'

/** The roles of practitioners, as they are shown. */
export const roles: { value: PractitionerRole; label: string }[] = [
  { value: 'preparer', label: 'Preparer' },
  { value: 'senior', label: 'Senior' },
  { value: 'manager', label: 'Manager' },
  { value: 'reviewer', label: 'Reviewer' },
  { value: 'partner', label: 'Partner' },
  { value: 'quality_reviewer', label: 'Engagement quality reviewer' },
]
