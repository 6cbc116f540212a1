import type { SearchQuery } from '../../shared/search/parseSearch.ts'
import { type SearchEntity, searchEntities } from '../../shared/search/searchKinds.ts'
import type { Reader } from '../reader.ts'
import { matchOf, places } from './match.ts'

/** A document that was found. */
export type Found = {
  number: number
  engagementId: string
  entity: SearchEntity
  id: string
  ref: string
  title: string
  within: string | null
}

/** Documents that are put in order; whoever finds more has to ask more exactly. */
export const mostFound = 500

/**
 * The documents that a question is about: those with all words in their reference first, then those with them in reference
 * and title, then the others; within these by kind and reference. Rank by rarity of words would read every document that has
 * one of them, and say less: who looks for `CHG-01` means the control.
 * @returns at most {@link mostFound}, and whether there are more
 */
export function findDocuments(
  reader: Reader,
  query: SearchQuery,
  engagementId: string | undefined,
): { found: Found[]; isMore: boolean } {
  const hasWords = query.words.some(({ isExcluded }) => !isExcluded)
  const byNumber = new Map<number, Found>()
  let isMore = false
  for (const place of hasWords ? places : places.slice(-1)) {
    const rows = reader.all<Found>(
      `SELECT document.number, document.engagement_id AS engagementId, entity, entity_id AS id, ref, title, within
       FROM (SELECT rowid FROM search_text WHERE search_text MATCH @match ORDER BY rowid LIMIT ${mostFound + 1}) AS hit
         JOIN search_document AS document ON document.number = hit.rowid`,
      { match: matchOf(query, place, engagementId) },
    )
    const fresh = rows.filter(({ number }) => !byNumber.has(number)).toSorted(inOrder)
    for (const row of fresh) byNumber.set(row.number, row)
    isMore = byNumber.size > mostFound || rows.length > mostFound
    if (isMore) break
  }
  return { found: [...byNumber.values()].slice(0, mostFound), isMore }
}

const rankOf = new Map(searchEntities.map((entity, place) => [entity, place]))

function inOrder(one: Found, other: Found): number {
  const byKind = (rankOf.get(one.entity) ?? 0) - (rankOf.get(other.entity) ?? 0)
  return byKind || compare(one.ref, other.ref) || compare(one.id, other.id)
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** @returns all that a document says besides its reference and title */
export function textOfDocument(reader: Reader, number: number): string {
  const found = reader.one<{ text: string }>(
    `SELECT concat_ws(char(10), nullif(body, ''), text) AS text FROM search_document
     LEFT JOIN search_file_text ON search_file_text.sha256 = search_document.sha256 WHERE number = @number`,
    { number },
  )
  return found?.text ?? ''
}
