import { entryWithHashPrefix } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { hexPrefixOf } from '../keyring/words.ts'
import { peopleOf } from '../lock/people.ts'

/**
 * Whether eight words from a memo name an entry of this journal: then it was its head once, and what comes before it is
 * unchanged.
 * @throws DomainError `journal.unknown_word`, `journal.eight_words`
 */
export function findHead(
  { engagementId, words }: CheckedParamsOf<'journal.findHead'>,
  reader: Reader,
): ResultOf<'journal.findHead'> {
  const typed = words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  if (typed.length !== 8) throw new DomainError('journal.eight_words', { count: typed.length })
  const prefix = hexPrefixOf(typed)
  if (typeof prefix !== 'string') throw new DomainError('journal.unknown_word', { word: prefix.unknown })
  const found = entryWithHashPrefix(reader, engagementId, prefix)
  if (found === undefined) return { found: null }
  const { actorId, ...entry } = found
  return { found: { ...entry, actor: peopleOf(reader, engagementId)(actorId).name } }
}
