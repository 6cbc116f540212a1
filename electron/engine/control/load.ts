import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/**
 * @param engagementId where given, a control of another engagement is not found
 * @throws DomainError `control.not_found`
 */
export function loadControl(reader: Reader, controlId: string, engagementId?: string): EntityRow<'control'> {
  const found = reader.get('control', controlId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('control.not_found', { controlId })
  }
  return found
}
