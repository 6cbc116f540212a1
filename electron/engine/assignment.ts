import { showAgain } from '../../db/hiddenRow.ts'
import type { assignmentContract } from '../../shared/contract/assignment.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { type Change, create, hide } from '../../shared/journal/change.ts'
import { assignmentId, assignmentsOf, peopleOf, sectionsIn } from './assignment/describe.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { engagementOfPaper } from './paper/load.ts'
import { practitionersOf } from './store/practitioners.ts'
import { withTeamMember } from './teamMember.ts'

export const assignment: Handlers<typeof assignmentContract> = {
  'assignment.save': ({ engagementId, target, practitionerId, note }, { reader, actor, now }) => {
    if (target.entity === 'section') {
      if (!sectionsIn(reader, engagementId).includes(target.id)) {
        throw new DomainError('assignment.unknown_section', { section: target.id })
      }
    } else if (engagementOfPaper(reader, target) !== engagementId) throw new DomainError('paper.not_found', target)
    if (peopleOf(reader, engagementId).every((one) => one.practitionerId !== practitionerId)) {
      throw new DomainError('assignment.unknown_person', { practitionerId })
    }
    const id = assignmentId(engagementId, target)
    const changes: Change[] = [
      ...create('assignment', id, {
        targetEntity: target.entity,
        targetId: target.id,
        practitionerId,
        note: note === undefined || note.trim() === '' ? null : note,
        by: actor.practitionerId,
        at: now.at,
      }),
      ...showAgain(reader, 'assignment', id),
    ]
    // Whoever takes something on is known wherever the file goes, also before they have changed anything in it.
    const assignee = practitionersOf(reader).find((one) => one.practitionerId === practitionerId)
    return {
      engagementId,
      changes:
        assignee === undefined || practitionerId === actor.practitionerId
          ? changes
          : withTeamMember(reader, { engagementId, changes }, assignee),
      answer: () => ({}),
    }
  },

  'assignment.release': ({ engagementId, target }, { reader }) => {
    loadEngagement(reader, engagementId)
    const id = assignmentId(engagementId, target)
    if (reader.get('assignment', id) === undefined) throw new DomainError('assignment.not_found')
    return { engagementId, changes: hide('assignment', id), answer: () => ({}) }
  },

  'assignment.list': ({ engagementId }, { reader }) => ({
    sections: sectionsIn(reader, engagementId),
    people: peopleOf(reader, engagementId),
    assignments: assignmentsOf(reader, engagementId),
  }),
}
