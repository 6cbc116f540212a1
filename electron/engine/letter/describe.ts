import { evidenceByTarget } from '../../../db/evidence.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { LetterKind } from '../../../shared/contract/letter.ts'
import { letterProblems } from '../../../shared/letter/letterProblems.ts'
import { loadEngagement, scopeDays } from '../engagement.ts'
import { datesOf } from '../lock/dates.ts'

const kinds: readonly LetterKind[] = ['assertion', 'representation', 'bridge']

/**
 * @returns the letters of an engagement by kind and date, and what is wrong with them
 * @throws DomainError `engagement.not_found`
 */
export function describeLetters(reader: Reader, engagementId: string): ResultOf<'letter.list'> {
  const engagement = loadEngagement(reader, engagementId)
  const files = evidenceByTarget(reader, engagementId, 'letter')
  const letters = reader
    .list('letter', { engagementId }, 'datedOn')
    .map(({ id, engagementId: _of, removedBecause: _why, ...facts }) => ({
      letterId: id,
      ...facts,
      files: files.get(id) ?? 0,
    }))
    .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
  return { letters, problems: letterProblems(letters, scopeDays(engagement), datesOf(reader, engagementId).reportOn) }
}
