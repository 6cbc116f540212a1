import { deviatingPapers, highRiskPapers } from '../../../db/review/pressing.ts'
import { notClearedByPaper } from '../../../db/review/notes.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { QueueItem } from '../../../shared/contract/review.ts'
import { queueReasons, reasonsOf } from '../../../shared/review/queueReasons.ts'
import { usualSignOffRole } from '../../../shared/review/signOffRules.ts'
import { loadEngagement } from '../engagement.ts'
import type { QueryContext } from '../handler.ts'
import { paperWords } from '../paper/words.ts'
import { type SignOffFacts, standingByPaper } from '../signOff/load.ts'
import { keyOf, papersUnderReview } from './papers.ts'

/** @returns the papers that wait at one level, the most pressing first @throws DomainError `engagement.not_found` */
export function reviewQueue(
  { engagementId, role, reason, offset, limit }: CheckedParamsOf<'review.queue'>,
  { reader, actor }: QueryContext,
): ResultOf<'review.queue'> {
  loadEngagement(reader, engagementId)
  const level = role ?? usualSignOffRole(actor.role)
  const signOffs = standingByPaper(reader, engagementId)
  const notes = notClearedByPaper(reader, engagementId)
  const deviating = deviatingPapers(reader, engagementId)
  const highRisk = highRiskPapers(reader, engagementId)
  const papers = papersUnderReview(reader, engagementId, (key) => signOffs.has(key) || notes.has(key))
  const waiting = papers.flatMap((target) => {
    const key = keyOf(target)
    const own = signOffs.get(key) ?? []
    const openNotes = notes.get(key) ?? 0
    const reasons = reasonsOf(
      {
        signOffs: own.map((one) => ({ ...one, valid: one.problem === null })),
        openNotes,
        deviating: deviating.has(key),
        highRisk: highRisk.has(key),
      },
      level,
    )
    return reasons.length === 0 ? [] : [{ target, reasons, openNotes, signOffs: latestOfRoles(own) }]
  })
  const pressing = (item: { reasons: readonly QueueItem['reasons'][number][] }) =>
    queueReasons.indexOf(item.reasons[0] ?? 'unsigned')
  const asked = waiting
    .filter(({ reasons }) => reason === undefined || reasons.includes(reason))
    .toSorted((one, other) => pressing(one) - pressing(other))
  const words = paperWords(reader)
  return {
    role: level,
    total: asked.length,
    papers: papers.length,
    counts: queueReasons.map((name) => ({
      reason: name,
      count: waiting.filter(({ reasons }) => reasons.includes(name)).length,
    })),
    items: asked.slice(offset, offset + limit).map((item) => ({ ...item, words: words(item.target) })),
  }
}

function latestOfRoles(signOffs: readonly SignOffFacts[]): QueueItem['signOffs'] {
  const latest = new Map(signOffs.map((one) => [one.role, one]))
  return [...latest.values()].map(({ role, initials, at, changedSince }) => ({ role, initials, at, changedSince }))
}
