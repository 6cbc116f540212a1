import { applyEntry, isHidden, plainFields, type State } from '../../shared/journal/fold.ts'
import type { Heads } from '../../shared/journal/entry.ts'
import { readEntryBody } from '../../shared/journal/readEntryBody.ts'
import { contentOf, type PaperContent, type PaperRow } from '../../shared/paper/paperContent.ts'
import { formOf, type Paper, type PaperPart } from '../../shared/paper/paperForms.ts'
import type { Bindings, Reader } from '../reader.ts'
import { quoted } from '../table.ts'
import { partCondition } from './partRows.ts'

/**
 * Recomputes from the journal what a paper said to somebody who knew the entries up to `heads`.
 * @param heads device → `seq` of its last known entry
 * @returns the content, or `undefined` where the paper did not exist then
 */
export function contentAt(reader: Reader, engagementId: string, paper: Paper, heads: Heads): PaperContent | undefined {
  const form = formOf(paper.entity)
  const [own, ...parts] = form
  const rowsAt = (part: PaperPart, sql: string, bindings: Bindings) =>
    foldedRows(reader, engagementId, { part, sql, bindings }, heads)
  const [root] = rowsAt(own, 'id = @paper', { paper: paper.id })
  if (root === undefined) return undefined
  const others = parts.map((part) => {
    const { sql, bindings } = partCondition(form, part, { engagementId, ...root })
    return { part, rows: rowsAt(part, sql, bindings) }
  })
  return contentOf(paper, [{ part: own, rows: [root] }, ...others])
}

/** What a row belongs to never changes, so the rows of then are among those of now, hidden ones included. */
function foldedRows(
  reader: Reader,
  engagementId: string,
  { part: { entity }, sql, bindings }: { part: PaperPart; sql: string; bindings: Bindings },
  heads: Heads,
): PaperRow[] {
  const ids = new Set(
    reader
      .all<{ id: string }>(`SELECT id FROM ${quoted(entity)} WHERE ${sql} AND engagement_id = @engagement`, {
        ...bindings,
        engagement: engagementId,
      })
      .map(({ id }) => id),
  )
  const state: State = new Map()
  const entries = reader.all<{ body: string }>(
    `SELECT body FROM journal_entry WHERE position IN (
       SELECT position FROM journal_target WHERE engagement_id = @engagement AND entity = @entity
         AND entity_id IN (SELECT id FROM ${quoted(entity)} WHERE ${sql}))
     ORDER BY position`,
    { ...bindings, engagement: engagementId, entity },
  )
  for (const { body } of entries) {
    const entry = readEntryBody(body)
    if (entry === null) throw new TypeError('A journal entry cannot be read')
    if (entry.seq > (heads[entry.deviceId] ?? 0)) continue
    const changes = entry.changes.filter((change) => change.entity === entity && ids.has(change.id))
    applyEntry(state, { ...entry, changes })
  }
  return [...(state.get(entity) ?? [])]
    .filter(([, fields]) => !isHidden(fields))
    .map(([id, fields]) => ({ ...plainFields(fields), id }))
}
