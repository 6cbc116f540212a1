import type { Reader } from '../reader.ts'

/** The first entry whose place in the tables is not the one that it gives itself. */
export type MisplacedEntry = { deviceId: string; seq: number; problem: string }

/** How many positions of the journal were looked at, and the first entry that is misplaced. */
export type ColumnCheck = { position: number; end: number; bad: MisplacedEntry | null }

/**
 * The journal is listed, filtered and ordered by columns beside the entries, and the history of a paper is found by a table of
 * what each entry touched. Compares both with the entries themselves in slices; it ends with the first that differs.
 */
export function* checkColumns(reader: Reader, engagementId: string, size: number): IterableIterator<ColumnCheck> {
  const end = reader.count('SELECT max(position) AS n FROM journal_entry WHERE engagement_id = @engagementId', {
    engagementId,
  })
  for (let position = 0; position < end; position += size) {
    const slice = { engagementId, after: position, upTo: position + size }
    const bad = reader.one<MisplacedEntry>(misplacedSql, slice) ?? null
    yield { position: Math.min(position + size, end), end, bad }
    if (bad !== null) return
  }
}

const columns = { device_id: 'deviceId', seq: 'seq', hlc: 'hlc', at: 'at', actor_id: 'actorId', command: 'command' }
const differs = Object.entries(columns)
  .map(([column, field]) => `${column} IS NOT body ->> '$.${field}'`)
  .join(' OR ')
const touchesMore = `EXISTS (SELECT 1 FROM json_each(body, '$.changes') AS change WHERE NOT EXISTS (
  SELECT 1 FROM journal_target AS target WHERE target.engagement_id = entry.engagement_id
    AND target.entity = change.value ->> 'entity' AND target.entity_id = change.value ->> 'id'
    AND target.position = entry.position))`

const misplacedSql = `
SELECT device_id AS deviceId, seq, CASE WHEN ${differs}
    THEN 'The entry is listed under another device, time, person or command than its own.'
    ELSE 'The entry is missing from the history of a paper that it changed.' END AS problem
FROM journal_entry AS entry
WHERE engagement_id = @engagementId AND position > @after AND position <= @upTo AND (${differs} OR ${touchesMore})
ORDER BY position LIMIT 1`
