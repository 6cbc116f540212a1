import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @throws DomainError `control.not_found` */
export function loadControl(reader: Reader, controlId: string): EntityRow<'control'> {
  const found = reader.get('control', controlId)
  if (found === undefined) throw new DomainError('control.not_found', { controlId })
  return found
}
