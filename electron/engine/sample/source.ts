import { createHash } from 'node:crypto'
import { unsettledDuplicates } from '../../../db/population/findings.ts'
import { drawableItems } from '../../../db/sample/drawable.ts'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { DrawableItem } from '../../../shared/sample/drawableItem.ts'
import { loadPopulation } from '../population/load.ts'

/** A population that was concluded on, with the items that can be drawn from it. */
export type Source = { population: EntityRow<'population'>; idsSha256: string; items: DrawableItem[] }

/**
 * What may be drawn from: the conclusion says complete and accurate, no id occurs twice, and the rows are the very ones
 * that were concluded on.
 * @throws DomainError `population.not_found`, `population.not_concluded`, `population.duplicate_id`, `population.changed`
 */
export function loadSource(reader: Reader, populationId: string): Source {
  const population = loadPopulation(reader, populationId)
  const { complete, accurate, idsSha256 } = population
  if (complete !== true || accurate !== true || idsSha256 === null) throw new DomainError('population.not_concluded')
  const [repeated] = unsettledDuplicates(reader, populationId)
  if (repeated !== undefined) throw new DomainError('population.duplicate_id', { itemId: repeated.itemId })
  const items = drawableItems(reader, populationId)
  if (sha256OfIds(items) !== idsSha256) throw new DomainError('population.changed')
  return { population, idsSha256, items }
}

const idsAtOnce = 1000

/** @returns the source with the rows alone that are dated within a part of the period, its bounds included */
export function within(source: Source, window: Period | null): Source {
  if (window === null) return source
  const items = source.items.filter(({ date }) => date !== null && date >= window.start && date <= window.end)
  return { ...source, items, idsSha256: sha256OfIds(items) }
}

/** @returns the part of the period that a sample stands for; `null` for all of it */
export function windowOf({ windowStart, windowEnd }: EntityRow<'sample'>): Period | null {
  return windowStart === null || windowEnd === null ? null : { start: windowStart, end: windowEnd }
}

/** @returns the SHA-256 of the ids, one a line, in file order: `sha256sum ids.txt` gives the same */
export function sha256OfIds(items: readonly DrawableItem[]): string {
  const hash = createHash('sha256')
  for (let from = 0; from < items.length; from += idsAtOnce) {
    const ids = items.slice(from, from + idsAtOnce).map(({ itemId }) => `${itemId}\n`)
    hash.update(ids.join(''), 'utf8')
  }
  return hash.digest('hex')
}
