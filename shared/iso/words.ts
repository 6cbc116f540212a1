import type { IsoOutcome, IsoRequirement } from '../contract/iso.ts'

/** What a conclusion is called. */
export const isoOutcomeWords: Record<IsoOutcome, string> = {
  conform: 'Conform',
  minor_nonconformity: 'Minor nonconformity',
  major_nonconformity: 'Major nonconformity',
  opportunity: 'Opportunity for improvement',
}

export const implementedWords: Record<NonNullable<IsoRequirement['applicability']>['implemented'], string> = {
  yes: 'Implemented',
  partly: 'Partly implemented',
  no: 'Not implemented',
}
