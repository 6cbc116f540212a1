import type { Reader } from '../../../db/reader.ts'
import type { Evidence } from '../../../shared/contract/evidence.ts'
import type { ReportType } from '../../../shared/contract/engagement.ts'
import { flagWordsOf, originWords } from '../../../shared/evidence/evidenceWords.ts'
import { instantText } from '../../../shared/period/instantText.ts'
import { loadEngagement } from '../engagement.ts'
import { listEvidence } from '../evidence/list.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

/** The register of evidence, oldest import first, with the four dates of every file and what it supports. */
export function evidenceList(reader: Reader, engagementId: string): ListTable {
  const rows = listEvidence(reader, engagementId)
  const byId = new Map(rows.map((evidence) => [evidence.evidenceId, evidence]))
  const original = ({ redactedFrom }: Evidence) => (redactedFrom === null ? undefined : byId.get(redactedFrom))
  const columns = columnsOf(loadEngagement(reader, engagementId).reportType, original)
  return listTable({ name: 'Evidence', columns, rows, idOf: ({ evidenceId }) => evidenceId, engagementId })
}

const columnsOf = (
  reportType: ReportType,
  original: (evidence: Evidence) => Evidence | undefined,
): readonly ListColumn<Evidence>[] => [
  { head: 'File', cell: ({ name }) => name },
  { head: 'Supports', cell: ({ targets }) => targets.map(({ words }) => words).join('\n') },
  { head: 'Effective', cell: ({ effectiveOn }) => effectiveOn ?? '', onPaper: 'where_said' },
  { head: 'Captured', cell: ({ capturedOn }) => capturedOn ?? '', onPaper: 'where_said' },
  { head: 'Received', cell: ({ receivedOn }) => receivedOn ?? '', onPaper: 'where_said' },
  { head: 'Imported', cell: ({ importedAt }) => instantText(importedAt) },
  { head: 'Imported by', cell: ({ importedBy }) => importedBy },
  { head: 'Received from', cell: ({ receivedFrom }) => receivedFrom ?? '', onPaper: 'where_said' },
  { head: 'Origin', cell: ({ origin }) => (origin === null ? '' : originWords[origin]), onPaper: 'where_said' },
  {
    head: 'To look at',
    cell: ({ flags }) => flags.map((flag) => flagWordsOf(reportType)[flag]).join(', '),
    onPaper: 'where_said',
  },
  { head: 'Redacted copy of', cell: (evidence) => copyWords(original(evidence)), onPaper: 'where_said' },
  { head: 'Note', cell: ({ note }) => note ?? '', onPaper: 'where_said' },
  { head: 'Type', cell: ({ mediaType }) => mediaType, onPaper: 'never' },
  { head: 'Bytes', cell: ({ size }) => String(size) },
  { head: 'SHA-256', cell: ({ sha256 }) => sha256 },
]

const copyWords = (original: Evidence | undefined): string =>
  original === undefined ? '' : `${original.name}, SHA-256 ${original.sha256}`
