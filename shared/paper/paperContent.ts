import type { JsonValue } from '../journal/change.ts'
import { canonical } from '../journal/entry.ts'
import type { Paper, PaperPart } from './paperForms.ts'

/** A row as the store or the journal gives it. */
export type PaperRow = { id: string } & Record<string, unknown>

/** What a paper says: entity → id of the row → field → value. Nothing of who typed it when, nothing that is empty. */
export type PaperContent = { paper: Paper; rows: Record<string, Record<string, Record<string, JsonValue>>> }

/** Columns that every row has and that say nothing of the paper. */
const ofEveryRow: ReadonlySet<string> = new Set(['id', 'engagementId', 'deleted'])

/**
 * @param parts the parts of the paper's form with their rows, in any order; hidden rows are left out by the caller
 * @returns the content: it depends on what the paper says alone, not on the order of rows, nor on how they came to be
 */
export function contentOf(
  paper: Paper,
  parts: readonly { part: PaperPart; rows: readonly PaperRow[] }[],
): PaperContent {
  const content: PaperContent = { paper: { entity: paper.entity, id: paper.id }, rows: {} }
  for (const { part, rows } of parts) {
    for (const row of rows) {
      if (part.counts !== undefined && row[part.counts] !== true) continue
      const fields = sayingFields(part, row)
      if (fields !== null) (content.rows[part.entity] ??= {})[row.id] = fields
    }
  }
  return content
}

/** @returns the canonical JSON (RFC 8785) of a content: its SHA-256 is what a sign-off binds to */
export function contentText(content: PaperContent): string {
  return canonical(content)
}

function sayingFields({ omits }: PaperPart, row: PaperRow): Record<string, JsonValue> | null {
  let fields: Record<string, JsonValue> | null = null
  // Tens of thousands of rows are read so; pairs of each would be made to be thrown away.
  for (const field of Object.keys(row)) {
    const value = row[field]
    if (value === null || value === undefined || ofEveryRow.has(field) || omits.includes(field)) continue
    fields ??= {}
    fields[field] = value as JsonValue
  }
  return fields
}
