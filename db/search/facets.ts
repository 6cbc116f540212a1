import type { FilterName } from '../../shared/search/filters.ts'
import { filterValue } from '../../shared/search/parseSearch.ts'

/** What a document is filtered by. `engagement` is asked for by the caller, and `any` is true of each. */
export type FacetName = FilterName | 'engagement' | 'any'

/**
 * @returns the one word of the index that stands for a value of a filter; in letters and digits alone, so that it is not taken
 *   apart, and nothing that somebody types can be mistaken for it
 */
export function facetOf(name: FacetName, value: string): string {
  return `${name}x${Buffer.from(filterValue(value), 'utf8').toString('hex')}`
}
