import type { Reader } from '../../../db/reader.ts'
import { notClearedByPaper } from '../../../db/review/notes.ts'
import type { Found } from '../../../shared/gates/gates.ts'
import { reviewPoints } from '../../../shared/gates/reviewPoints.ts'
import { maySignAs } from '../../../shared/review/signOffRules.ts'
import { paperWords } from '../paper/words.ts'
import { keyOf, papersUnderReview } from '../review/papers.ts'
import { standingByPaper } from '../signOff/load.ts'

/** @returns what sign-offs and notes leave open in an engagement */
export function openReview(reader: Reader, engagementId: string, reportOn: string | null): Found[] {
  const signOffs = standingByPaper(reader, engagementId)
  const notes = notClearedByPaper(reader, engagementId)
  return reviewPoints({
    papers: papersUnderReview(reader, engagementId, (key) => signOffs.has(key) || notes.has(key)).map((target) => ({
      target,
      signOffs: (signOffs.get(keyOf(target)) ?? []).map((one) => ({ ...one, valid: one.problem === null })),
      openNotes: notes.get(keyOf(target)) ?? 0,
    })),
    hasReviewer: hasReviewer(reader, engagementId),
    reportOn,
    words: paperWords(reader),
  })
}

/** @returns whether somebody besides the preparer can review: a practitioner who works alone is not asked for it */
export function hasReviewer(reader: Reader, engagementId: string): boolean {
  const team = reader.list('teamMember', { engagementId })
  return team.length > 1 && team.some(({ role }) => maySignAs('reviewer', role))
}
