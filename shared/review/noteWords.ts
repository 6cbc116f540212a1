import type { ReviewNote } from '../contract/note.ts'

/** What a review note asks for. */
export const noteKindWords: Record<ReviewNote['kind'], string> = {
  question: 'Question',
  todo: 'To do',
  coaching: 'Coaching',
}

/** How soon an answer is wanted. */
export const notePriorityWords: Record<ReviewNote['priority'], string> = { low: 'Low', normal: 'Normal', high: 'High' }

/** How far a review note is. */
export const noteStatusWords: Record<ReviewNote['status'], string> = {
  open: 'Open',
  answered: 'Answered',
  cleared: 'Cleared',
}
