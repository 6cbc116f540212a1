import { findDocuments, type Found, textOfDocument } from '../../../db/search/find.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { excerptOf, marksIn } from '../../../shared/search/excerpt.ts'
import { parseSearch, type SearchQuery } from '../../../shared/search/parseSearch.ts'
import { searchEntities } from '../../../shared/search/searchKinds.ts'
import type { JobContext } from '../handler.ts'
import { readFiles, writeWaiting } from './update.ts'

/** How long somebody who looks for something waits for files that nobody read yet, in milliseconds. */
const patience = 3000

/**
 * @returns what holds all words and passes all filters, the best match first, in all engagements or in one
 * @throws DomainError as the contract of `search.query` lists
 */
export async function querySearch(
  { text, engagementId, offset, limit }: CheckedParamsOf<'search.query'>,
  context: JobContext,
): Promise<ResultOf<'search.query'>> {
  const query = parseSearch(text)
  await writeWaiting(context)
  // Where the work is under way already, it goes on by itself, and the answer says what is missing.
  if (!context.jobs.list().some(({ method }) => method === 'search.update')) {
    if ((await readFiles(context, performance.now() + patience)) > 0) await writeWaiting(context)
  }
  const { reader, store } = context
  const unread = store.search.unreadFiles().length
  if (query.words.length === 0 && query.filters.length === 0)
    return { hits: [], total: 0, isMore: false, kinds: [], unread }
  const { found, isMore } = findDocuments(reader, query, engagementId)
  const clients = new Map(reader.list('engagement', {}).map(({ id, client }) => [id, client]))
  const hits = found
    .slice(offset, offset + limit)
    .map((document) => hitOf(reader, document, query, clients.get(document.engagementId) ?? ''))
  return { hits, total: found.length, isMore, kinds: kindsOf(found), unread }
}

function kindsOf(found: readonly Found[]): ResultOf<'search.query'>['kinds'] {
  const byKind = Map.groupBy(found, ({ entity }) => entity)
  return searchEntities.flatMap((entity) => {
    const count = byKind.get(entity)?.length ?? 0
    return count === 0 ? [] : [{ entity, count }]
  })
}

function hitOf(reader: Reader, document: Found, { words }: SearchQuery, client: string): SearchHit {
  const { engagementId, entity, id, ref, within, number } = document
  const title = excerptOf(document.title, words)
  const excerpt = excerptOf(textOfDocument(reader, number), words)
  return {
    engagementId,
    client,
    entity,
    id,
    ref,
    title: title.text,
    within,
    excerpt: excerpt.text,
    marks: { ref: marksIn(ref, words), title: title.marks, excerpt: excerpt.marks },
  }
}
