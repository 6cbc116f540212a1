import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { loadOrganisation } from '../subservice/load.ts'

/**
 * Controls of an organisation that is carved out are not in the report: they are complementary controls.
 * @throws DomainError `subservice.not_found`, `control.organisation_carved_out`
 */
export function requireInclusive(reader: Reader, organisationId: string, engagementId: string): void {
  const refusal = refusalOf(loadOrganisation(reader, organisationId, engagementId))
  if (refusal !== null) throw refusal
}

const refusalOf = ({ name, method }: EntityRow<'subserviceOrganisation'>): DomainError | null =>
  method === 'inclusive' ? null : new DomainError('control.organisation_carved_out', { name })

/** The organisation that a row of a matrix names, or why its control cannot be one of it. */
export type NamedOrganisation = { organisationId: string | null | undefined } | { refusal: DomainError }

/**
 * @returns what finds the organisations of an engagement by their names, whatever their case; `null` is the client, and a
 *   matrix that says nothing of it (`undefined`) leaves it as it is
 */
export function organisationsByName(
  reader: Reader,
  engagementId: string,
): (name: string | null | undefined) => NamedOrganisation {
  const all = reader.list('subserviceOrganisation', { engagementId })
  const byName = new Map(all.map((organisation) => [organisation.name.toLowerCase(), organisation]))
  return (name) => {
    if (name === null || name === undefined) return { organisationId: name }
    const found = byName.get(name.toLowerCase())
    if (found === undefined) return { refusal: new DomainError('control.unknown_organisation', { name }) }
    const refusal = refusalOf(found)
    return refusal === null ? { organisationId: found.id } : { refusal }
  }
}
