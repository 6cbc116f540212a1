import type { Practitioner } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

/** @throws DomainError `engagement.partner_required` */
export function requirePartner({ role }: Practitioner): void {
  if (role !== 'partner') throw new DomainError('engagement.partner_required')
}
