import type { EntityName } from '../shared/model/entities.ts'
import type { Reader } from './reader.ts'
import { quoted } from './table.ts'

/** A paper that shares its reference with another one of its kind. */
export type SharedRef = { id: string; ref: string; detail: string }

/** What tells papers of one reference apart for a person. */
const details = { control: 'title', deviation: 'condition', request: 'title', complementaryControl: 'text' } as const
export type ReferencedEntity = keyof typeof details & EntityName
export const referencedEntities = Object.keys(details) as ReferencedEntity[]

/** @returns papers of a kind whose reference is used more than once, by reference */
export function sharedRefs(reader: Reader, engagementId: string, entity: ReferencedEntity): SharedRef[] {
  const table = quoted(entity)
  return reader.all<SharedRef>(
    `SELECT id, ref, ${quoted(details[entity])} AS detail FROM ${table} AS one
     WHERE engagement_id = @engagementId AND deleted = 0 AND EXISTS (
       SELECT 1 FROM ${table} AS other WHERE other.engagement_id = one.engagement_id AND other.ref = one.ref
         AND other.deleted = 0 AND other.id <> one.id)
     ORDER BY ref, id`,
    { engagementId },
  )
}

/** A sample beside another one of the same population, control and part of the period, of which nobody said why. */
export type RepeatedSample = {
  id: string
  populationId: string
  controlId: string
  drawnBy: string
  drawnAt: string
  size: number
}

/** @returns samples that were drawn twice without a reason, as two people do who do not know of each other */
export function repeatedSamples(reader: Reader, engagementId: string): RepeatedSample[] {
  return reader.all<RepeatedSample>(
    `SELECT id, population_id AS populationId, control_id AS controlId, drawn_by AS drawnBy, drawn_at AS drawnAt,
       (SELECT count(*) FROM sample_item WHERE sample_id = one.id AND deleted = 0) AS size
     FROM sample AS one
     WHERE engagement_id = @engagementId AND deleted = 0 AND redraw_reason IS NULL AND EXISTS (
       SELECT 1 FROM sample AS other WHERE other.engagement_id = one.engagement_id AND other.id <> one.id
         AND other.population_id = one.population_id AND other.control_id = one.control_id
         AND other.window_start IS one.window_start AND other.window_end IS one.window_end
         AND other.deleted = 0 AND other.redraw_reason IS NULL)
     ORDER BY population_id, control_id, drawn_at, id`,
    { engagementId },
  )
}

/** @returns the author and time of the entry that brought a paper into being */
export function originOf(
  reader: Reader,
  engagementId: string,
  entity: string,
  id: string,
): { by: string; at: string } | undefined {
  return reader.one<{ by: string; at: string }>(
    `SELECT entry.actor_id AS "by", entry.at AS at FROM journal_target AS target JOIN journal_entry AS entry USING (position)
     WHERE target.engagement_id = @engagementId AND target.entity = @entity AND target.entity_id = @id
     ORDER BY entry.hlc LIMIT 1`,
    { engagementId, entity, id },
  )
}
