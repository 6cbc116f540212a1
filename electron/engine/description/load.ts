import type { Reader } from '../../../db/reader.ts'
import type { ReportType } from '../../../shared/contract/engagement.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { descriptionCriteriaOf } from '../catalogue/descriptionCriteria.ts'

/**
 * @param engagementId where given, a section of another engagement is not found
 * @throws DomainError `description.section_not_found`
 */
export function loadSection(reader: Reader, sectionId: string, engagementId?: string): EntityRow<'descriptionSection'> {
  const found = reader.get('descriptionSection', sectionId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('description.section_not_found', { sectionId })
  }
  return found
}

/** @throws DomainError `description.not_in_type1` where a criterion is about a period and the report about a day */
export function checkReported(reportType: ReportType, criterionId: string): void {
  if (!descriptionCriteriaOf(reportType).some((criterion) => criterion.criterionId === criterionId)) {
    throw new DomainError('description.not_in_type1', { criterion: criterionId })
  }
}
