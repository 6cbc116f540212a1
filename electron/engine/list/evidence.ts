import type { Reader } from '../../../db/reader.ts'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import { flagWords, originWords } from '../../../shared/evidence/evidenceWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { listEvidence } from '../evidence/list.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

/** The register of evidence, oldest import first, with the four dates of every file and what it supports. */
export function evidenceList(reader: Reader, engagementId: string): ListTable {
  const rows = listEvidence(reader, engagementId)
  return listTable({ name: 'Evidence', columns, rows, idOf: ({ evidenceId }) => evidenceId, engagementId })
}

const columns: readonly ListColumn<Evidence>[] = [
  { head: 'File', cell: ({ name }) => name },
  { head: 'Supports', cell: ({ targets }) => targets.map(({ words }) => words).join('\n') },
  { head: 'Effective', cell: ({ effectiveOn }) => effectiveOn ?? '', onPaper: 'where_said' },
  { head: 'Captured', cell: ({ capturedOn }) => capturedOn ?? '', onPaper: 'where_said' },
  { head: 'Received', cell: ({ receivedOn }) => receivedOn ?? '', onPaper: 'where_said' },
  { head: 'Imported', cell: ({ importedAt }) => instantText(importedAt) },
  { head: 'Imported by', cell: ({ importedBy }) => importedBy },
  { head: 'Received from', cell: ({ receivedFrom }) => receivedFrom ?? '', onPaper: 'where_said' },
  { head: 'Origin', cell: ({ origin }) => (origin === null ? '' : originWords[origin]), onPaper: 'where_said' },
  { head: 'To look at', cell: ({ flags }) => flags.map((flag) => flagWords[flag]).join(', '), onPaper: 'where_said' },
  { head: 'Note', cell: ({ note }) => note ?? '', onPaper: 'where_said' },
  { head: 'Type', cell: ({ mediaType }) => mediaType, onPaper: 'never' },
  { head: 'Bytes', cell: ({ size }) => String(size) },
  { head: 'SHA-256', cell: ({ sha256 }) => sha256 },
]
