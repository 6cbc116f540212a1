import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/**
 * @param engagementId where given, one of another engagement is not found
 * @throws DomainError `narrative.not_found`
 */
export function loadNarrative(reader: Reader, narrativeId: string, engagementId?: string): EntityRow<'narrative'> {
  const found = reader.get('narrative', narrativeId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw notFound(narrativeId)
  }
  return found
}

export const notFound = (narrativeId: string) => new DomainError('narrative.not_found', { narrativeId })
