import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @throws DomainError `procedure.not_found` */
export function loadProcedure(reader: Reader, procedureId: string): EntityRow<'procedure'> {
  const found = reader.get('procedure', procedureId)
  if (found === undefined) throw new DomainError('procedure.not_found', { procedureId })
  return found
}
