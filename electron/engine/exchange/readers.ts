import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** As many recipients as the signed list of a bundle takes, less the own key. */
const mostReaders = 99

/**
 * Whom the files of a folder are for: the chosen colleagues who are still known, else all. Nobody whose words were not compared is
 * encrypted for.
 */
export function readersOf(
  reader: Reader,
  { colleagueIds }: Pick<EntityRow<'exchangeFolder'>, 'colleagueIds'>,
): EntityRow<'colleague'>[] {
  const compared = reader.list('colleague', {}, 'name').filter((one) => one.compared)
  return colleagueIds === null ? compared : compared.filter(({ id }) => colleagueIds.includes(id))
}

/** @returns the keys of the readers @throws DomainError `exchange.no_colleagues`, `exchange.too_many_colleagues` */
export function requireReaders(reader: Reader, folder: Pick<EntityRow<'exchangeFolder'>, 'colleagueIds'>): string[] {
  const readers = readersOf(reader, folder)
  if (readers.length === 0) throw new DomainError('exchange.no_colleagues')
  if (readers.length > mostReaders)
    throw new DomainError('exchange.too_many_colleagues', { found: readers.length, limit: mostReaders })
  return readers.map(({ recipient }) => recipient)
}

/** @throws DomainError `colleague.not_found`, `exchange.not_compared` */
export function requireCompared(reader: Reader, colleagueIds: readonly string[]): void {
  for (const id of colleagueIds) {
    const colleague = reader.get('colleague', id)
    if (colleague === undefined) throw new DomainError('colleague.not_found')
    if (!colleague.compared) throw new DomainError('exchange.not_compared', { name: colleague.name })
  }
}
