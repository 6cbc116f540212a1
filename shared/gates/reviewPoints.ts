import type { GateCode } from '../contract/gates.ts'
import { type QueueReason, reasonsOf, signedKinds } from '../review/queueReasons.ts'
import type { SignOffRole } from '../review/signOffRules.ts'
import type { Paper } from '../paper/paperForms.ts'
import type { Found } from './gates.ts'

/** A paper with its sign-offs that were not withdrawn, and how many notes on it are not cleared. */
export type ReviewedPaper = {
  target: Paper
  signOffs: readonly { role: SignOffRole; at: string; changedSince: boolean; valid: boolean }[]
  openNotes: number
}

/** What of the review of an engagement its gates depend on. */
export type ReviewFacts = {
  papers: readonly ReviewedPaper[]
  /** Whether the team has anybody besides the one who prepares: who works alone has nobody to review. */
  hasReviewer: boolean
  /** The day of the report; `null` while it has none. */
  reportOn: string | null
  /** What a paper is called; asked for those alone of which there is something to say. */
  words: (paper: Paper) => string
}

const codes: Partial<Record<QueueReason, GateCode>> = {
  invalid: 'sign_off_invalid',
  changed: 'changed_since_sign_off',
  notes: 'note_open',
  unsigned: 'paper_not_signed',
}

/**
 * @returns what the review leaves open: who performed and who reviewed each paper has to be on record as it stands (AU-C
 * 230.09, AT-C 105), every question is cleared, and a quality review is over on the day of the report (SQMS 2)
 */
export function reviewPoints({ papers, hasReviewer, reportOn, words }: ReviewFacts): Found[] {
  return papers.flatMap((paper) => {
    const { target, openNotes } = paper
    const point = (code: GateCode, count = 1): Found => ({ code, ...target, label: words(target), count })
    const reasons = reasonsOf({ ...paper, deviating: false, highRisk: false }, 'reviewer')
    return [
      ...reasons.flatMap((reason) => {
        const code = codes[reason]
        return code === undefined || (code === 'paper_not_signed' && !hasToBeSigned(target))
          ? []
          : [point(code, reason === 'notes' ? openNotes : 1)]
      }),
      ...(hasReviewer && reasons.includes('new') && !isSeenBy(paper, 'partner') ? [point('paper_not_reviewed')] : []),
      ...(isQualityReviewLate(paper, reportOn) ? [point('quality_review_late')] : []),
    ]
  })
}

function hasToBeSigned({ entity }: Paper): boolean {
  return (signedKinds as readonly string[]).includes(entity)
}

function isSeenBy({ signOffs }: ReviewedPaper, level: SignOffRole): boolean {
  return signOffs.some(({ role, changedSince, valid }) => role === level && valid && !changedSince)
}

/** Days are those of the signer's clock. A paper that was seen in time and again later is not late. */
function isQualityReviewLate({ signOffs }: ReviewedPaper, reportOn: string | null): boolean {
  const days = signOffs.flatMap(({ role, at, valid }) =>
    role === 'quality_reviewer' && valid ? [at.slice(0, 10)] : [],
  )
  return reportOn !== null && days.length > 0 && days.every((day) => day > reportOn)
}
