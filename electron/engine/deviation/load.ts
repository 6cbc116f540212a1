import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @throws DomainError `deviation.not_found` */
export function loadDeviation(reader: Reader, deviationId: string): EntityRow<'deviation'> {
  const found = reader.get('deviation', deviationId)
  if (found === undefined) throw new DomainError('deviation.not_found', { deviationId })
  return found
}

/**
 * What was concluded stays as it is until somebody reopens it with the reason.
 * @throws DomainError `deviation.is_concluded`
 */
export function checkNotConcluded({ status, ref }: EntityRow<'deviation'>): void {
  if (status === 'concluded') throw new DomainError('deviation.is_concluded', { ref })
}
