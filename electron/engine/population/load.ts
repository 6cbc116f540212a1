import { samplesOf } from '../../../db/population.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @throws DomainError `population.not_found` */
export function loadPopulation(reader: Reader, populationId: string): EntityRow<'population'> {
  const found = reader.get('population', populationId)
  if (found === undefined) throw new DomainError('population.not_found', { populationId })
  return found
}

/** @returns a population that no sample was drawn from @throws DomainError `population.not_found`, `population.already_drawn` */
export function loadUndrawn(reader: Reader, populationId: string): EntityRow<'population'> {
  const found = loadPopulation(reader, populationId)
  if (samplesOf(reader, populationId) > 0) throw new DomainError('population.already_drawn', { populationId })
  return found
}
