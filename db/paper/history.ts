import type { StoredEntry } from '../../shared/journal/entry.ts'
import { formOf, type Paper } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { quoted } from '../table.ts'
import { partCondition, rootOf } from './partRows.ts'

/** Entries of a paper, and which of their changes are of it: `entity` → ids of its rows, hidden ones among them. */
export type PaperEntries = { total: number; entries: StoredEntry[]; rows: ReadonlyMap<string, ReadonlySet<string>> }

/** @returns a page of the entries that touched what a paper says, the newest first */
export function entriesOfPaper(
  reader: Reader,
  engagementId: string,
  paper: Paper,
  { offset, limit }: { offset: number; limit: number },
): PaperEntries {
  const root = rootOf(reader, paper)
  if (root === undefined) return { total: 0, entries: [], rows: new Map() }
  const form = formOf(paper.entity)
  const rows = new Map<string, Set<string>>()
  const positions = new Set<number>()
  for (const part of form) {
    const { sql, bindings } = partCondition(form, part, root)
    const ids = reader.all<{ id: string }>(`SELECT id FROM ${quoted(part.entity)} WHERE ${sql}`, bindings)
    rows.set(part.entity, (rows.get(part.entity) ?? new Set()).union(new Set(ids.map(({ id }) => id))))
    const touched = reader.all<{ position: number }>(
      `SELECT DISTINCT position FROM journal_target WHERE engagement_id = @engagement AND entity = @entity
         AND entity_id IN (SELECT id FROM ${quoted(part.entity)} WHERE ${sql})`,
      { ...bindings, engagement: engagementId, entity: part.entity },
    )
    for (const { position } of touched) positions.add(position)
  }
  const entries = reader.all<StoredEntry>(
    `SELECT body, hash FROM journal_entry WHERE position IN (SELECT value FROM json_each(@positions))
     ORDER BY hlc DESC LIMIT @limit OFFSET @offset`,
    { positions: JSON.stringify([...positions]), limit, offset },
  )
  return { total: positions.size, entries, rows }
}
