import { noteCount, noteRows, notClearedCount } from '../../db/review/notes.ts'
import type { Reader } from '../../db/reader.ts'
import type { noteContract } from '../../shared/contract/note.ts'
import type { Practitioner } from '../../shared/contract/store.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { fieldOf } from '../../shared/model/entities.ts'
import { isLead } from '../../shared/people/peopleRules.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'
import { describeNotes } from './note/describe.ts'
import { placeOf } from './note/place.ts'
import { hasLeft } from './store/practitioners.ts'
import { teamMemberId } from './teamMember.ts'

export const note: Handlers<typeof noteContract> = {
  'note.open': ({ target, paper: on, field, kind, priority, text }, { reader, actor, newId, now }) => {
    const { engagementId, paper } = placeOf(reader, target, on)
    if (field !== undefined && fieldOf(target.entity, field) === undefined) {
      throw new DomainError('note.target_not_found', { ...target, field })
    }
    const noteId = newId()
    const ref = `RN-${noteCount(reader, engagementId) + 1}`
    return {
      engagementId,
      changes: create('reviewNote', noteId, {
        ref,
        paperEntity: paper.entity,
        paperId: paper.id,
        targetEntity: target.entity,
        targetId: target.id,
        field: field ?? null,
        kind,
        priority,
        text,
        by: actor.practitionerId,
        at: now.at,
        status: 'open',
      }),
      answer: () => ({ noteId, ref }),
    }
  },

  'note.respond': ({ noteId, text }, { reader, actor, newId, now }) => {
    const { engagementId, status } = loadNote(reader, noteId)
    if (status === 'cleared') throw new DomainError('note.is_cleared')
    const responseId = newId()
    const stamp = { by: actor.practitionerId, at: now.at }
    return {
      engagementId,
      changes: create('reviewResponse', responseId, { noteId, text, ...stamp }),
      answer: () => ({ responseId }),
    }
  },

  'note.clear': ({ noteId, remark }, { reader, actor, now }) => {
    const { engagementId, status } = loadOwnNote(reader, noteId, actor)
    if (status === 'cleared') throw new DomainError('note.is_cleared')
    const clearedRemark = remark === undefined || remark === '' ? null : remark
    return {
      engagementId,
      changes: update('reviewNote', noteId, { status: 'cleared', clearedAt: now.at, clearedRemark }),
      answer: () => ({}),
    }
  },

  'note.reopen': ({ noteId, reason }, { reader, actor, now }) => {
    const { engagementId, status } = loadOwnNote(reader, noteId, actor)
    if (status === 'open') throw new DomainError('note.not_cleared')
    return {
      engagementId,
      changes: update('reviewNote', noteId, {
        status: 'open',
        clearedAt: null,
        clearedRemark: null,
        reopenedAt: now.at,
        reopenedBecause: reason,
      }),
      answer: () => ({}),
    }
  },

  'note.list': ({ engagementId, ...filter }, { reader }) => {
    loadEngagement(reader, engagementId)
    const { total, notes } = noteRows(reader, { engagementId, ...filter })
    return {
      total,
      notCleared: notClearedCount(reader, engagementId, filter.paper),
      notes: notes.map(describeNotes(reader)),
    }
  },
}

/** @throws DomainError `note.not_found` */
function loadNote(reader: Reader, noteId: string): EntityRow<'reviewNote'> {
  const found = reader.get('reviewNote', noteId)
  if (found === undefined) throw new DomainError('note.not_found', { noteId })
  return found
}

/**
 * @returns a note that somebody may clear or open again: its author, and for an author who left somebody who leads
 * @throws DomainError `note.not_found`, `note.not_author`
 */
function loadOwnNote(reader: Reader, noteId: string, { practitionerId, role }: Practitioner): EntityRow<'reviewNote'> {
  const found = loadNote(reader, noteId)
  if (found.by === practitionerId || (isLead(role) && hasLeft(reader, found.by))) return found
  const author = reader.get('teamMember', teamMemberId(found.engagementId, found.by))?.name
  throw new DomainError('note.not_author', { author: author ?? found.by })
}
