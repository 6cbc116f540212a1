import type { Reader } from '../../../db/reader.ts'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import { listEvidence } from '../evidence/list.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

/** The register of evidence, oldest import first, with the four dates of every file and what it supports. */
export function evidenceList(reader: Reader, engagementId: string): ListTable {
  const rows = listEvidence(reader, engagementId)
  return listTable({ name: 'Evidence', columns, rows, idOf: ({ evidenceId }) => evidenceId, engagementId })
}

const columns: readonly Column<Evidence>[] = [
  { head: 'File', cell: ({ name }) => name },
  { head: 'Supports', cell: ({ targets }) => targets.map(({ words }) => words).join('\n') },
  { head: 'Effective', cell: ({ effectiveOn }) => effectiveOn ?? '' },
  { head: 'Captured', cell: ({ capturedOn }) => capturedOn ?? '' },
  { head: 'Received', cell: ({ receivedOn }) => receivedOn ?? '' },
  { head: 'Imported', cell: ({ importedAt }) => importedAt },
  { head: 'Imported by', cell: ({ importedBy }) => importedBy },
  { head: 'Received from', cell: ({ receivedFrom }) => receivedFrom ?? '' },
  { head: 'Origin', cell: ({ origin }) => origin?.replaceAll('_', ' ') ?? '' },
  { head: 'To look at', cell: ({ flags }) => flags.join(', ').replaceAll('_', ' ') },
  { head: 'Note', cell: ({ note }) => note ?? '' },
  { head: 'Type', cell: ({ mediaType }) => mediaType },
  { head: 'Bytes', cell: ({ size }) => String(size) },
  { head: 'SHA-256', cell: ({ sha256 }) => sha256 },
]
