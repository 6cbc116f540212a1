import type { ListSelection } from '../../shared/contract/list.ts'

/** Characters of the filters that a file takes. */
const longest = 500

/**
 * @param ids the rows that a screen shows, in their order
 * @param words its filters; where there are none, the rows are all
 * @returns what is written and printed of its list: the same rows, with the filters beside them
 */
export function shownRows(ids: readonly string[], words: readonly string[]): Pick<ListSelection, 'ids' | 'shown'> {
  return { ids: [...ids], ...(words.length === 0 ? {} : { shown: words.join(', ').slice(0, longest) }) }
}

/** @returns what somebody searches for, as a filter in words; nothing where nothing is searched */
export function searchWords(text: string): string[] {
  const wanted = text.trim()
  return wanted === '' ? [] : [`“${wanted}”`]
}
