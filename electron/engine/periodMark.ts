import type { Reader } from '../../db/reader.ts'
import type { PeriodMark, periodMarkContract } from '../../shared/contract/periodMark.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { checkPeriod } from '../../shared/period/period.ts'
import { loadControl } from './control/load.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { Handlers } from './handler.ts'

export const periodMark: Handlers<typeof periodMarkContract> = {
  'periodMark.save': ({ engagementId, markId, kind, title, startOn, endOn, controlId = null }, { reader, newId }) => {
    loadEngagement(reader, engagementId)
    checkPeriod({ start: startOn, end: endOn })
    if (controlId !== null) loadControl(reader, controlId, engagementId)
    const before = markId === undefined ? null : loadMark(reader, markId, engagementId)
    const id = before?.id ?? newId()
    const fields = { kind, title, startOn, endOn, controlId }
    const changes =
      before === null ? create('periodMark', id, fields) : update('periodMark', id, differingFields(before, fields))
    return { engagementId, changes, answer: () => ({ markId: id }) }
  },

  'periodMark.remove': ({ markId }, { reader }) => {
    const { engagementId } = loadMark(reader, markId)
    return { engagementId, changes: hide('periodMark', markId), answer: () => ({}) }
  },

  'periodMark.list': ({ engagementId }, { reader }) => {
    loadEngagement(reader, engagementId)
    return { marks: marksOf(reader, engagementId) }
  },
}

/**
 * @param engagementId where given, a mark of another engagement is not found
 * @throws DomainError `periodMark.not_found`
 */
function loadMark(reader: Reader, markId: string, engagementId?: string): EntityRow<'periodMark'> {
  const found = reader.get('periodMark', markId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId))
    throw new DomainError('periodMark.not_found', { markId })
  return found
}

/** @returns the marks of an engagement's period, earliest first */
export function marksOf(reader: Reader, engagementId: string): PeriodMark[] {
  return reader
    .list('periodMark', { engagementId }, 'startOn')
    .map(({ id, kind, title, startOn, endOn, controlId }) => ({ markId: id, kind, title, startOn, endOn, controlId }))
}
