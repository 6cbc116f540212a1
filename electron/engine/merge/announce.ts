import type { MergePlan } from '../../../db/journal/planMerge.ts'
import type { EngineEvents } from '../../../shared/contract/events.ts'

/** Papers of one kind that are named one by one; beyond these every screen asks again anyway. */
const namedPapers = 1000

/** @returns what is announced of entries that were taken from others: the kinds of papers, and the first of each */
export function taken(command: string, { engagementId, entries, rows }: MergePlan): EngineEvents['entities.changed'] {
  const last = entries.reduce<{ seq: number; at: string }>(
    (latest, { entry }) => (Date.parse(entry.at) > Date.parse(latest.at) ? { seq: entry.seq, at: entry.at } : latest),
    { seq: 0, at: '1970-01-01T00:00:00.000+00:00' },
  )
  return {
    engagementId,
    command,
    entities: [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, of]) => ({
      entity,
      ids: of.slice(0, namedPapers).map(({ id }) => id),
    })),
    entry: last,
  }
}
