import type { Reader } from '../reader.ts'
import { recordSelects, type StoredKind } from './selects.ts'

/** A record as the tables know it; `hidden` for what was removed. */
export type RecordRow = { id: string; ref: string; title: string; within: string | null; hidden: number }

/** @returns the records of a kind that have these ids and are of the engagement, hidden ones among them */
export function recordsById(
  reader: Reader,
  { engagementId, kind, ids }: { engagementId: string; kind: StoredKind; ids: readonly string[] },
): RecordRow[] {
  return reader.all<RecordRow>(
    `SELECT id, coalesce(ref, id) AS ref, coalesce(title, '') AS title, within, hidden FROM (${recordSelects[kind]})
     WHERE id IN (SELECT value FROM json_each(@ids)) AND engagement_id = @engagementId`,
    { ids: JSON.stringify(ids), engagementId },
  )
}

/** The words of a search that are looked at, at most. */
const mostWords = 6

/** @returns the words that a search looks for */
export const searchWords = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)

const contains = Array.from({ length: mostWords }, (_, at) => `(@w${at} IS NULL OR words LIKE @w${at} ESCAPE '\\')`)

/** @returns the records of a kind that hold every word; those whose reference begins with the first word come first */
export function recordsByWords(
  reader: Reader,
  { engagementId, kind, words, limit }: { engagementId: string; kind: StoredKind; words: string[]; limit: number },
): RecordRow[] {
  return reader.all<RecordRow>(
    `SELECT id, coalesce(ref, id) AS ref, coalesce(title, '') AS title, within, hidden FROM (${recordSelects[kind]})
     WHERE engagement_id = @engagementId AND hidden = 0 AND ${contains.join(' AND ')}
     ORDER BY (@first IS NOT NULL AND ref LIKE @first ESCAPE '\\') DESC, ref, id LIMIT @limit`,
    { engagementId, limit, ...wordBindings(words) },
  )
}

/** A cell of a test sheet: `sampleItemId` and `letter` are parts of its id. */
export type CellKey = { id: string; procedureId: string; sampleItemId: string; letter: string }

/** @returns the cells that exist on a sheet, or existed: one is hidden with its procedure, item or attribute */
export function cellsById(reader: Reader, engagementId: string, cells: readonly CellKey[]): RecordRow[] {
  return reader.all<RecordRow>(
    `SELECT value ->> 'id' AS id, item.item_id || ' ' || attribute.letter AS ref,
       ${cellTitle} AS title, procedure.id AS within,
       max(procedure.deleted, item.deleted, attribute.deleted) AS hidden
     FROM json_each(@cells) JOIN procedure ON procedure.id = value ->> 'procedureId'
       JOIN sample_item AS item ON item.id = value ->> 'sampleItemId'
       JOIN attribute ON attribute.id = procedure.id || ':' || (value ->> 'letter')
     WHERE procedure.engagement_id = @engagementId AND procedure.sample_id = item.sample_id`,
    { cells: JSON.stringify(cells), engagementId },
  )
}

/** @returns the cells of the items that hold the words, under one letter */
export function cellsByWords(
  reader: Reader,
  { engagementId, words, letter, limit }: { engagementId: string; words: string[]; letter: string; limit: number },
): RecordRow[] {
  return reader.all<RecordRow>(
    `SELECT procedure.id || ':' || item.id || ':' || attribute.letter AS id,
       item.ref || ' ' || attribute.letter AS ref, ${cellTitle} AS title, procedure.id AS within, 0 AS hidden
     FROM (SELECT id, item_id AS ref, sample_id FROM sample_item
           WHERE engagement_id = @engagementId AND deleted = 0
             AND ${contains.map((condition) => condition.replace('words', 'item_id')).join(' AND ')}
           ORDER BY (@first IS NOT NULL AND item_id LIKE @first ESCAPE '\\') DESC, item_id, id LIMIT @limit) AS item
       JOIN procedure ON procedure.sample_id = item.sample_id AND procedure.deleted = 0
       JOIN attribute ON attribute.id = procedure.id || ':' || @letter AND attribute.deleted = 0
     LIMIT @limit`,
    { engagementId, letter, limit, ...wordBindings(words) },
  )
}

const cellTitle = `(SELECT ref FROM control WHERE control.id = procedure.control_id) || ', ' || attribute.text`

/** Every word as a pattern of LIKE, in which only the words themselves mean anything. */
function wordBindings(words: readonly string[]): Record<string, string | null> {
  const patterns = words.map((word) => word.replaceAll(/[\\%_]/g, String.raw`\$&`))
  const first = patterns[0]
  return {
    first: first === undefined ? null : `${first}%`,
    ...Object.fromEntries(
      Array.from({ length: mostWords }, (_, at) => [`w${at}`, patterns[at] === undefined ? null : `%${patterns[at]}%`]),
    ),
  }
}
