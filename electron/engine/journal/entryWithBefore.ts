import { entryAt } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JsonValue } from '../../../shared/journal/change.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { changedRowWords } from './changedRowWords.ts'
import { valuesBefore } from './undo.ts'

/**
 * @returns a page of the changes of an entry, each with what its field held before, as the journal says
 * @throws DomainError `journal.no_such_entry`
 */
export function entryWithBefore(
  reader: Reader,
  { engagementId, deviceId, seq, offset, limit }: CheckedParamsOf<'journal.entry'>,
): ResultOf<'journal.entry'> {
  const stored = entryAt(reader, { engagementId, deviceId, seq })
  const entry = stored === undefined ? null : readEntryBody(stored.body)
  if (stored === undefined || entry === null) throw new DomainError('journal.no_such_entry', { seq })
  const held = new Map<string, Map<string, JsonValue>>()
  const before = (entity: string, id: string) => {
    const key = `${entity}\n${id}`
    const values = held.get(key) ?? valuesBefore(reader, entry, entity, id)
    held.set(key, values)
    return values
  }
  const words = changedRowWords(reader)
  return {
    total: entry.changes.length,
    changes: entry.changes.slice(offset, offset + limit).map(({ entity, id, field, value }) => ({
      entity,
      id,
      words: words(entity, id),
      field,
      before: before(entity, id).get(field) ?? null,
      value,
    })),
    hash: stored.hash,
  }
}
