import type { IsoCatalogueEntry, IsoEdition } from '../../../shared/contract/iso.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { isoRequirement } from '../catalogue/isoCatalogue.ts'

/** @throws DomainError `iso.requirement_not_found` */
export function loadRequirement(edition: IsoEdition, requirementId: string): IsoCatalogueEntry {
  const found = isoRequirement(edition, requirementId)
  if (found === undefined) {
    throw new DomainError('iso.requirement_not_found', { requirement: requirementId, edition })
  }
  return found
}

/** @returns the id of what is said of a requirement in an engagement: two people who say something meet in one row */
export const isoPaperId = (engagementId: string, edition: IsoEdition, requirementId: string): string =>
  `${engagementId}:${edition}:${requirementId}`
