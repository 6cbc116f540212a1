import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/**
 * @param engagementId where given, an organisation of another engagement is not found
 * @throws DomainError `subservice.not_found`
 */
export function loadOrganisation(
  reader: Reader,
  organisationId: string,
  engagementId?: string,
): EntityRow<'subserviceOrganisation'> {
  const found = reader.get('subserviceOrganisation', organisationId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('subservice.not_found', { organisationId })
  }
  return found
}

/**
 * @param organisationId where given, a report of another organisation is not found
 * @throws DomainError `subservice.report_not_found`
 */
export function loadReport(reader: Reader, reportId: string, organisationId?: string): EntityRow<'subserviceReport'> {
  const found = reader.get('subserviceReport', reportId)
  if (found === undefined || (organisationId !== undefined && found.organisationId !== organisationId)) {
    throw new DomainError('subservice.report_not_found', { reportId })
  }
  return found
}

/**
 * @param engagementId where given, a control of another engagement is not found
 * @throws DomainError `complementary.not_found`
 */
export function loadComplementary(
  reader: Reader,
  complementaryId: string,
  engagementId?: string,
): EntityRow<'complementaryControl'> {
  const found = reader.get('complementaryControl', complementaryId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('complementary.not_found', { complementaryId })
  }
  return found
}
