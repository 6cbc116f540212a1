import { formOf, type Paper } from '../../shared/paper/paperForms.ts'
import { practitionerName } from '../practitionerName.ts'
import type { Reader } from '../reader.ts'
import { quoted } from '../table.ts'
import { partCondition, rootOf } from './partRows.ts'

/** When a field got the value that it has: by whom, by which command. `field` may be `deleted`: the row was hidden or came back. */
export type FieldTime = {
  entity: string
  id: string
  field: string
  at: string
  actorId: string
  actor: string
  command: string
  deviceId: string
  seq: number
  hlc: string
}

/** @returns when each field of a paper's rows last changed, hidden rows included; the latest first */
export function fieldTimes(reader: Reader, engagementId: string, paper: Paper): FieldTime[] {
  const root = rootOf(reader, paper)
  if (root === undefined) return []
  const form = formOf(paper.entity)
  return form
    .flatMap((part) => {
      const { sql, bindings } = partCondition(form, part, root)
      return reader
        .all<FieldTime>(
          `SELECT version.entity AS entity, version.entity_id AS id, version.field AS field, version.hlc AS hlc,
             version.device_id AS deviceId, version.seq AS seq, entry.at AS at, entry.actor_id AS actorId,
             entry.command AS command, ${practitionerName('entry.actor_id', 'entry.engagement_id')} AS actor
           FROM field_version AS version JOIN journal_entry AS entry ON entry.engagement_id = version.engagement_id
             AND entry.device_id = version.device_id AND entry.seq = version.seq
           WHERE version.engagement_id = @engagement AND version.entity = @entity
             AND version.entity_id IN (SELECT id FROM ${quoted(part.entity)} WHERE ${sql})`,
          { ...bindings, engagement: engagementId, entity: part.entity },
        )
        .filter(({ field }) => !part.omits.includes(field))
    })
    .toSorted((one, other) => (one.hlc < other.hlc ? 1 : one.hlc > other.hlc ? -1 : 0))
}
