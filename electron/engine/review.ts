import { countConflictsOnPaper } from '../../db/conflict.ts'
import { extentOf } from '../../db/review/extent.ts'
import { notClearedCount } from '../../db/review/notes.ts'
import type { reviewContract } from '../../shared/contract/review.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, update } from '../../shared/journal/change.ts'
import { usualSignOffRole } from '../../shared/review/signOffRules.ts'
import { assigneeOf } from './assignment/describe.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { clearedNotesPolicy, clearedNotesSetting } from './note/strip.ts'
import { engagementOfPaper } from './paper/load.ts'
import { paperWords } from './paper/words.ts'
import { reviewQueue } from './review/queue.ts'
import { signOffsOf } from './signOff/load.ts'
import { storeScope } from './teamMember.ts'

export const review: Handlers<typeof reviewContract> = {
  'review.queue': reviewQueue,

  'review.paper': ({ target }, { reader, actor }) => {
    const engagementId = engagementOfPaper(reader, target)
    return {
      engagementId,
      words: paperWords(reader)(target),
      signOffs: signOffsOf(reader, engagementId, target),
      role: usualSignOffRole(actor.role),
      notCleared: notClearedCount(reader, engagementId, target),
      conflicts: countConflictsOnPaper(reader, engagementId, target),
      assignedTo: assigneeOf(reader, engagementId, target),
      extent: extentOf(reader, engagementId, target),
    }
  },

  'review.recordVisits': ({ engagementId, visits }, { reader, actor, newId, now }) => {
    loadEngagement(reader, engagementId)
    const changes = visits.flatMap(({ target, openedAt, seconds }) => {
      if (engagementOfPaper(reader, target) !== engagementId) throw new DomainError('paper.not_found', { ...target })
      // A second of grace: seconds are whole, and the two clocks are read one after the other.
      if (Date.parse(openedAt) + (seconds - 1) * 1000 > now.milliseconds) {
        throw new DomainError('review.visit_in_future')
      }
      return create('reviewVisit', newId(), {
        paperEntity: target.entity,
        paperId: target.id,
        by: actor.practitionerId,
        openedAt,
        seconds,
      })
    })
    return { engagementId, changes, answer: () => ({}) }
  },

  'review.settings': (_params, { reader }) => ({ clearedNotes: clearedNotesPolicy(reader) }),

  'review.saveSettings': ({ clearedNotes }, { reader }) => ({
    engagementId: storeScope,
    changes:
      clearedNotesPolicy(reader) === clearedNotes
        ? []
        : update('firmSetting', clearedNotesSetting, { value: clearedNotes }),
    answer: () => ({}),
  }),
}
