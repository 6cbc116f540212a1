import { showAgain } from '../../db/hiddenRow.ts'
import type { Reader } from '../../db/reader.ts'
import { practitionerNames } from '../../db/practitionerName.ts'
import type { hoursContract, PhaseHours, TimeEntry } from '../../shared/contract/hours.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { phaseHours } from '../../shared/hours/phaseHours.ts'
import { create, hide, update } from '../../shared/journal/change.ts'
import type { EntityRow } from '../../shared/model/entities.ts'
import { compareDates } from '../../shared/period/plainDate.ts'
import { differingFields } from './differingFields.ts'
import { loadEngagement } from './engagement.ts'
import type { CommandContext, Handlers } from './handler.ts'

export const hours: Handlers<typeof hoursContract> = {
  'hours.list': ({ engagementId, offset, limit }, { reader }) => {
    loadEngagement(reader, engagementId)
    const entries = timeEntriesOf(reader, engagementId)
    return {
      phases: phaseHoursOf(reader, engagementId),
      total: entries.length,
      entries: entries.slice(offset, offset + limit),
    }
  },

  'hours.setBudget': ({ engagementId, phase, minutes }, { reader }) => {
    loadEngagement(reader, engagementId)
    const id = `${engagementId}:${phase}`
    const before = reader.get('hoursBudget', id)
    if (minutes === null) {
      return { engagementId, changes: before === undefined ? [] : hide('hoursBudget', id), answer: () => ({}) }
    }
    const fields = { phase, minutes }
    const changes =
      before === undefined
        ? [...create('hoursBudget', id, fields), ...showAgain(reader, 'hoursBudget', id)]
        : update('hoursBudget', id, differingFields(before, fields))
    return { engagementId, changes, answer: () => ({}) }
  },

  'hours.record': ({ engagementId, timeEntryId, phase, workedOn, minutes, note = null }, context) => {
    const { reader, actor, now, newId } = context
    loadEngagement(reader, engagementId)
    if (compareDates(workedOn, now.at.slice(0, 10)) > 0) throw new DomainError('hours.in_future', { workedOn })
    const before = timeEntryId === undefined ? null : ownEntry(context, timeEntryId, engagementId)
    const id = before?.id ?? newId()
    const fields = { practitionerId: actor.practitionerId, phase, workedOn, minutes, note }
    const changes =
      before === null ? create('timeEntry', id, fields) : update('timeEntry', id, differingFields(before, fields))
    return { engagementId, changes, answer: () => ({ timeEntryId: id }) }
  },

  'hours.remove': ({ timeEntryId }, context) => {
    const { engagementId } = ownEntry(context, timeEntryId)
    return { engagementId, changes: hide('timeEntry', timeEntryId), answer: () => ({}) }
  },
}

/** @returns what was worked for an engagement, the latest day first */
export function timeEntriesOf(reader: Reader, engagementId: string): TimeEntry[] {
  const name = practitionerNames(reader, engagementId)
  return reader
    .list('timeEntry', { engagementId })
    .toSorted((one, other) => compare(other.workedOn, one.workedOn) || compare(one.id, other.id))
    .map(({ id, practitionerId, phase, workedOn, minutes, note }) => ({
      timeEntryId: id,
      practitionerId,
      name: name(practitionerId),
      phase,
      workedOn,
      minutes,
      note,
    }))
}

/** @returns the hours of an engagement by phase, planned and worked */
export function phaseHoursOf(reader: Reader, engagementId: string): PhaseHours[] {
  return phaseHours(reader.list('hoursBudget', { engagementId }), reader.list('timeEntry', { engagementId }))
}

/**
 * @param engagementId where given, an entry of another engagement is not found
 * @throws DomainError `hours.not_found`, `hours.of_another`
 */
function ownEntry(
  { reader, actor }: Pick<CommandContext, 'reader' | 'actor'>,
  timeEntryId: string,
  engagementId?: string,
): EntityRow<'timeEntry'> {
  const found = reader.get('timeEntry', timeEntryId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId))
    throw new DomainError('hours.not_found', { timeEntryId })
  if (found.practitionerId !== actor.practitionerId) throw new DomainError('hours.of_another', { timeEntryId })
  return found
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
