import type { Reader } from '../../../db/reader.ts'
import { noteRows } from '../../../db/review/notes.ts'
import type { ReviewNote } from '../../../shared/contract/note.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { noteKindWords, notePriorityWords, noteStatusWords } from '../../../shared/review/noteWords.ts'
import { describeNotes } from '../note/describe.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** Every note; a list that is exported is whole. */
const everything = { offset: 0, limit: 1_000_000 }

/** The review notes of an engagement, those that are not cleared first, each with what was answered. */
export function reviewNoteList(reader: Reader, engagementId: string): ListTable {
  const rows = noteRows(reader, { engagementId, ...everything }).notes.map(describeNotes(reader))
  const idOf = ({ noteId }: ReviewNote) => noteId
  return listTable({ name: 'Review notes', columns, rows, idOf, engagementId, layout: 'records' })
}

const columns: readonly Column<ReviewNote>[] = [
  { head: 'Note', cell: ({ ref }) => ref },
  { head: 'On', cell: ({ words, place }) => (place === null ? words : `${words}, ${place}`) },
  { head: 'Kind', cell: ({ kind }) => noteKindWords[kind] },
  { head: 'Priority', cell: ({ priority }) => notePriorityWords[priority] },
  { head: 'Status', cell: ({ status }) => noteStatusWords[status] },
  { head: 'Text', cell: ({ text }) => text },
  { head: 'Opened', cell: ({ author, at }) => `${author}, ${instantText(at)}` },
  {
    head: 'Answers',
    cell: ({ responses }) => responses.map(({ by, at, text }) => `${by}, ${instantText(at)}: ${text}`).join('\n'),
  },
  { head: 'Cleared', cell: ({ clearedAt }) => (clearedAt === null ? '' : instantText(clearedAt)) },
  { head: 'Remark', cell: ({ clearedRemark }) => clearedRemark ?? '' },
  { head: 'Opened again because', cell: ({ reopenedBecause }) => reopenedBecause ?? '' },
]
