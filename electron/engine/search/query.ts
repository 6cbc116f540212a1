import { findDocuments, type Found, textOfDocument } from '../../../db/search/find.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { excerptOf, marksIn } from '../../../shared/search/excerpt.ts'
import { parseSearch, type SearchQuery } from '../../../shared/search/parseSearch.ts'
import { namedRecord } from '../../../shared/record/record.ts'
import { searchEntities } from '../../../shared/search/searchKinds.ts'
import type { JobContext } from '../handler.ts'
import { filledText } from '../procedure/filledText.ts'
import { describeRecords } from '../record/describe.ts'
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
  const filled = filledText(reader)
  const hits = found.slice(offset, offset + limit).map((document) => {
    const read = (raw: string) => (document.entity === 'procedure' ? filled(document.id, raw) : raw)
    const texts = { title: read(document.title), text: read(textOfDocument(reader, document.number)) }
    const hit = hitOf(document, texts, query, clients.get(document.engagementId) ?? '')
    return { ...hit, paper: paperOfNote(reader, document) }
  })
  return { hits, total: found.length, isMore, kinds: kindsOf(found), unread }
}

/** A note is read at its paper, which may itself stand on the screen of another one. */
function paperOfNote(reader: Reader, { engagementId, entity, within }: Found): SearchHit['paper'] {
  const key = entity === 'reviewNote' ? namedRecord(within ?? '') : null
  const [record] = key === null ? [] : describeRecords(reader, engagementId, [key])
  return record === undefined ? null : { kind: record.kind, id: record.id, within: record.within }
}

function kindsOf(found: readonly Found[]): ResultOf<'search.query'>['kinds'] {
  const byKind = Map.groupBy(found, ({ entity }) => entity)
  return searchEntities.flatMap((entity) => {
    const count = byKind.get(entity)?.length ?? 0
    return count === 0 ? [] : [{ entity, count }]
  })
}

function hitOf(
  { engagementId, entity, id, ref, within }: Found,
  texts: { title: string; text: string },
  { words }: SearchQuery,
  client: string,
): Omit<SearchHit, 'paper'> {
  const title = excerptOf(texts.title, words)
  const excerpt = excerptOf(texts.text, words)
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
