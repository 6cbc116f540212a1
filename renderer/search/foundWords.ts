import type { ResultOf } from '../../shared/contract/index.ts'

/** @returns how much was found; where it is more than is put in order, that somebody should ask more exactly */
export function foundWords({ total, isMore }: Pick<ResultOf<'search.query'>, 'total' | 'isMore'>): string {
  if (isMore) return `More than ${total} found; the first ${total} are shown. Add a word or a filter.`
  return total === 1 ? 'One found' : `${total} found`
}
