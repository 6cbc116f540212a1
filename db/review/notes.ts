import type { Paper } from '../../shared/paper/paperForms.ts'
import { cellIds } from '../../shared/record/cellId.ts'
import { practitionerName } from '../practitionerName.ts'
import type { Bindings, Reader } from '../reader.ts'

/** A note as it is read; the responses come apart. */
export type NoteRow = {
  noteId: string
  ref: string
  paperEntity: string
  paperId: string
  targetEntity: string
  targetId: string
  field: string | null
  kind: 'question' | 'todo' | 'coaching'
  priority: 'low' | 'normal' | 'high'
  text: string
  authorId: string
  author: string
  at: string
  openSince: string
  status: 'open' | 'answered' | 'cleared'
  clearedAt: string | null
  clearedRemark: string | null
  reopenedBecause: string | null
}

export type ResponseRow = { responseId: string; noteId: string; text: string; by: string; at: string }

/** Which notes are asked for. */
export type NoteFilter = {
  engagementId: string
  paper?: Paper | undefined
  status?: NoteRow['status'] | undefined
  offset: number
  limit: number
}

/** A note is answered once somebody else than its author said something since it was opened last. */
const statusSql = `CASE WHEN note.status = 'cleared' THEN 'cleared'
  WHEN EXISTS (SELECT 1 FROM review_response AS response WHERE response.note_id = note.id AND response.deleted = 0
    AND response."by" <> note."by" AND response.at >= coalesce(note.reopened_at, note.at)) THEN 'answered'
  ELSE 'open' END`

const ofPaper = `note.engagement_id = @engagementId AND note.deleted = 0
  AND (@entity = '' OR (note.paper_entity = @entity AND note.paper_id = @id))`

const paperBindings = (engagementId: string, paper: Paper | undefined): Bindings => ({
  engagementId,
  entity: paper?.entity ?? '',
  id: paper?.id ?? '',
})

/** @returns a page of notes, those that are not cleared first, the oldest first, and how many there are */
export function noteRows(
  reader: Reader,
  { engagementId, paper, status, offset, limit }: NoteFilter,
): { total: number; notes: NoteRow[] } {
  const bindings = { ...paperBindings(engagementId, paper), status: status ?? '' }
  const from = `FROM review_note AS note WHERE ${ofPaper} AND (@status = '' OR ${statusSql} = @status)`
  return {
    total: reader.count(`SELECT count(*) AS n ${from}`, bindings),
    notes: reader.all<NoteRow>(
      `SELECT note.id AS noteId, note.ref AS ref, note.paper_entity AS paperEntity, note.paper_id AS paperId,
         note.target_entity AS targetEntity, note.target_id AS targetId, note.field AS field, note.kind AS kind,
         note.priority AS priority, note.text AS text, note."by" AS authorId, note.at AS at,
         ${practitionerName('note."by"', 'note.engagement_id')} AS author,
         coalesce(note.reopened_at, note.at) AS openSince, ${statusSql} AS status, note.cleared_at AS clearedAt,
         note.cleared_remark AS clearedRemark, note.reopened_because AS reopenedBecause
       ${from} ORDER BY note.status = 'cleared', note.at, note.rowid LIMIT @limit OFFSET @offset`,
      { ...bindings, limit, offset },
    ),
  }
}

/** @returns what was answered to a note, oldest first */
export function responsesOf(reader: Reader, noteId: string): ResponseRow[] {
  return reader.all<ResponseRow>(
    `SELECT id AS responseId, note_id AS noteId, text, at, ${practitionerName('review_response."by"', 'review_response.engagement_id')} AS "by"
     FROM review_response WHERE note_id = @noteId AND deleted = 0 ORDER BY at, rowid`,
    { noteId },
  )
}

/** @returns how many notes on a paper, or in the engagement, are not cleared; coaching asks nothing of anybody and does not count */
export function notClearedCount(reader: Reader, engagementId: string, paper?: Paper): number {
  return reader.count(
    `SELECT count(*) AS n FROM review_note AS note WHERE ${ofPaper} AND note.status = 'open' AND note.kind <> 'coaching'`,
    paperBindings(engagementId, paper),
  )
}

/** A note that is not cleared: whose it is, and since when it waits. */
export type PendingNote = Pick<NoteRow, 'authorId' | 'openSince' | 'priority'> & { status: 'open' | 'answered' }

/** @returns the notes of an engagement that are not cleared; coaching asks nothing of anybody and is left out */
export function pendingNotes(reader: Reader, engagementId: string): PendingNote[] {
  return reader.all<PendingNote>(
    `SELECT note."by" AS authorId, coalesce(note.reopened_at, note.at) AS openSince, note.priority AS priority,
       ${statusSql} AS status
     FROM review_note AS note WHERE ${ofPaper} AND note.status = 'open' AND note.kind <> 'coaching'`,
    paperBindings(engagementId, undefined),
  )
}

/** @returns for each paper with notes that are not cleared how many there are, under `entity:id` */
export function notClearedByPaper(reader: Reader, engagementId: string): Map<string, number> {
  const rows = reader.all<{ key: string; n: number }>(
    `SELECT paper_entity || ':' || paper_id AS key, count(*) AS n FROM review_note
     WHERE engagement_id = @engagementId AND deleted = 0 AND status = 'open' AND kind <> 'coaching'
     GROUP BY paper_entity, paper_id`,
    { engagementId },
  )
  return new Map(rows.map(({ key, n }) => [key, n]))
}

/** @returns for each cell of a test sheet with notes that are not cleared how many there are, coaching among them */
export function notClearedByCell(
  reader: Reader,
  engagementId: string,
  procedureId: string,
): { sampleItemId: string; attribute: string; notes: number }[] {
  return reader
    .all<{ cellId: string; notes: number }>(
      `SELECT target_id AS cellId, count(*) AS notes FROM review_note
       WHERE engagement_id = @engagementId AND paper_entity = 'procedure' AND paper_id = @procedureId
         AND target_entity = 'result' AND deleted = 0 AND status = 'open'
       GROUP BY target_id ORDER BY target_id`,
      { engagementId, procedureId },
    )
    .map(({ cellId, notes }) => {
      const { sampleItemId, letter } = cellIds(cellId)
      return { sampleItemId, attribute: letter, notes }
    })
}

/** @returns how many notes an engagement ever had: the next one's number follows */
export function noteCount(reader: Reader, engagementId: string): number {
  return reader.count('SELECT count(*) AS n FROM review_note WHERE engagement_id = @engagementId', { engagementId })
}
