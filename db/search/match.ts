import type { SearchQuery, SearchWords } from '../../shared/search/parseSearch.ts'
import { facetOf } from './facets.ts'

/** Where words are looked for: the better places first. */
export const places = ['{ref}', '{ref title}', '{ref title body}'] as const

/**
 * @returns the same question for the full-text index (SQLite FTS5, "Full-text Query Syntax"): each word as a string in quotes,
 *   in which no sign means anything, and each filter as the word that stands for it
 */
export function matchOf({ words, filters }: SearchQuery, place: string, engagementId?: string): string {
  const wanted = words.filter(({ isExcluded }) => !isExcluded)
  const has = [
    ...(wanted.length === 0 ? [] : [`${place} : (${wanted.map(phrase).join(' AND ')})`]),
    ...filters.filter(({ isExcluded }) => !isExcluded).map(({ name, values }) => facets(name, values)),
    ...(engagementId === undefined ? [] : [facets('engagement', [engagementId])]),
  ]
  const hasNot = [
    ...words.filter(({ isExcluded }) => isExcluded).map((word) => `{ref title body} : ${phrase(word)}`),
    ...filters.filter(({ isExcluded }) => isExcluded).map(({ name, values }) => facets(name, values)),
  ]
  const all = has.length === 0 ? facets('any', ['']) : has.join(' AND ')
  return hasNot.length === 0 ? all : `(${all}) NOT (${hasNot.join(' OR ')})`
}

const facets = (name: Parameters<typeof facetOf>[0], values: readonly string[]): string =>
  `facets : (${values.map((value) => `"${facetOf(name, value)}"`).join(' OR ')})`

/** Beginnings of one letter are not looked for: they are half of all words, and nobody means them. */
function phrase({ text, isPrefix }: SearchWords): string {
  const string = `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`
  return isPrefix && /[\p{L}\p{N}]{2}$/u.test(text) ? `${string}*` : string
}
