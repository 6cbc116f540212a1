import { liveRows } from '../../../db/prior.ts'
import type { Reader } from '../../../db/reader.ts'
import type { EntityName, EntityRow } from '../../../shared/model/entities.ts'
import type { PriorDeviation } from '../../../shared/rollForward/followUps.ts'
import type { PriorPapers } from '../../../shared/rollForward/rollForward.ts'

/** @returns what reads the papers of an engagement, each kind once */
export function papersOf(reader: Reader, engagementId: string): PriorPapers {
  const read = new Map<EntityName, ReturnType<PriorPapers>>()
  return (entity) => {
    const rows = read.get(entity) ?? liveRows(reader, entity, engagementId)
    read.set(entity, rows)
    return rows
  }
}

/** @returns the deviations of an engagement with the references of their controls, in the order of their numbers */
export function deviationsOf(reader: Reader, engagementId: string): PriorDeviation[] {
  const refs = new Map(reader.list('control', { engagementId }).map(({ id, ref }) => [id, ref]))
  return reader
    .list('deviation', { engagementId }, 'recordedAt')
    .map((deviation) => ({ ...deviation, controlRef: refs.get(deviation.controlId) ?? '' }))
}

/** @returns what an engagement itself followed up and has not settled */
export function openFollowUps(reader: Reader, engagementId: string): EntityRow<'followUp'>[] {
  return reader.list('followUp', { engagementId, status: 'open' }, 'controlRef')
}
