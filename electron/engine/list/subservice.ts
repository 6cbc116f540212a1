import type { Reader } from '../../../db/reader.ts'
import type { ReportType } from '../../../shared/contract/engagement.ts'
import type { SubserviceOrganisation, SubserviceReport } from '../../../shared/contract/subservice.ts'
import { methodWords, warningWordsOf } from '../../../shared/subservice/organisationWords.ts'
import { loadEngagement } from '../engagement.ts'
import { describeOrganisations } from '../subservice/describe.ts'
import type { Column } from '../spreadsheet/writeSheets.ts'
import { type ListTable, listTable } from './listTable.ts'

type Row = { organisation: SubserviceOrganisation; report: SubserviceReport | null }

/** The subservice organisations: a row for every report of each, and one for an organisation without any. */
export function subserviceList(reader: Reader, engagementId: string): ListTable {
  const rows = describeOrganisations(reader, engagementId).flatMap((organisation): Row[] =>
    organisation.reports.length === 0
      ? [{ organisation, report: null }]
      : organisation.reports.map((report) => ({ organisation, report })),
  )
  const columns = columnsOf(loadEngagement(reader, engagementId).reportType)
  const idOf = ({ organisation }: Row) => organisation.organisationId
  return listTable({ name: 'Subservice organisations', columns, rows, idOf, engagementId, layout: 'records' })
}

const yesOrNo = (holds: boolean): string => (holds ? 'yes' : 'no')

const columnsOf = (reportType: ReportType): readonly Column<Row>[] => [
  { head: 'Organisation', cell: ({ organisation }) => organisation.name },
  { head: 'Service', cell: ({ organisation }) => organisation.service },
  { head: 'Method', cell: ({ organisation }) => methodWords[organisation.method] },
  { head: 'Its controls', cell: ({ organisation }) => organisation.controls.map(({ ref }) => ref).join(', ') },
  { head: 'Assertion', cell: ({ organisation }) => yesOrNo(organisation.assertionObtained) },
  { head: 'Representation', cell: ({ organisation }) => yesOrNo(organisation.representationObtained) },
  { head: 'Days left open', cell: ({ organisation }) => String(organisation.uncoveredDays) },
  {
    head: 'To look at',
    cell: ({ organisation }) => organisation.warnings.map((warning) => warningWordsOf(reportType)[warning]).join('\n'),
  },
  { head: 'Note', cell: ({ organisation }) => organisation.note ?? '' },
  { head: 'Report', cell: ({ report }) => report?.title ?? '' },
  { head: 'Auditor', cell: ({ report }) => report?.auditor ?? '' },
  { head: 'From', cell: ({ report }) => report?.periodStart ?? '' },
  { head: 'To', cell: ({ report }) => report?.periodEnd ?? report?.asOf ?? '' },
  { head: 'Bridged until', cell: ({ report }) => report?.bridgeUntil ?? '' },
  { head: 'Days of ours', cell: ({ report }) => (report === null ? '' : String(report.coverage.overlap)) },
  { head: 'Opinion', cell: ({ report }) => report?.opinion ?? '' },
  { head: 'Exceptions', cell: ({ report }) => report?.exceptions ?? '' },
  { head: 'CUECs considered', cell: ({ report }) => report?.cuecsConsidered ?? '' },
]
