import { papersOf } from '../../../db/paper/papers.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Paper } from '../../../shared/paper/paperForms.ts'
import { signedKinds } from '../../../shared/review/queueReasons.ts'

/** A paper under which sign-offs and notes are looked up. */
export const keyOf = ({ entity, id }: Paper): string => `${entity}:${id}`

/**
 * @param hasMark whether a paper has sign-offs or notes
 * @returns the papers that are reviewed: those that have to be signed, then files and requests on which somebody left a mark
 */
export function papersUnderReview(reader: Reader, engagementId: string, hasMark: (key: string) => boolean): Paper[] {
  return [
    ...papersOf(reader, engagementId, signedKinds),
    ...papersOf(reader, engagementId, ['request', 'evidence']).filter((paper) => hasMark(keyOf(paper))),
  ]
}
