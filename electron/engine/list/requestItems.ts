import type { Reader } from '../../../db/reader.ts'
import type { RequestItem } from '../../../shared/contract/request.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { priorityWords } from '../../../shared/request/priority.ts'
import { listColumns } from '../../../shared/request/listColumns.ts'
import { describeRequest } from '../request/load.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { type ListColumn, type ListTable, listTable } from './listTable.ts'

type Described = ReturnType<typeof describeRequest>

/**
 * The items of a request with what the client said to each, also those that are no longer asked for; the list that the client
 * fills in is what `request.export` writes.
 * @throws DomainError `request.not_found`, `request.no_items`
 */
export function requestItemList(reader: Reader, requestId: string): ListTable {
  const request = describeRequest(reader, requestId)
  if (request.sampleId === null) throw new DomainError('request.no_items', { ref: request.ref })
  const columns: readonly ListColumn<RequestItem>[] = [
    { head: listColumns.number, cell: ({ order }) => String(order) },
    { head: listColumns.itemId, cell: ({ itemId }) => itemId },
    { head: listColumns.date, cell: ({ date }) => date ?? '', onPaper: 'where_said' },
    { head: listColumns.stratum, cell: ({ stratum }) => stratum ?? '', onPaper: 'where_said' },
    ...request.columns.map((head, at) => ({ head, cell: ({ cells }: RequestItem) => cells[at] ?? '' })),
    { head: listColumns.answer, cell: ({ answer }) => answer?.answer ?? '' },
    { head: listColumns.reference, cell: ({ answer }) => answer?.reference ?? '', onPaper: 'where_said' },
    { head: listColumns.providedOn, cell: ({ answer }) => answer?.providedOn ?? '', onPaper: 'where_said' },
    { head: listColumns.note, cell: ({ answer }) => answer?.note ?? '', onPaper: 'where_said' },
    { head: 'No longer asked for', cell: ({ replacedBecause }) => replacedBecause ?? '', onPaper: 'where_said' },
  ]
  return listTable({
    name: `Items of ${request.ref}`,
    columns,
    rows: request.items,
    idOf: ({ sampleItemId }) => sampleItemId,
    engagementId: request.engagementId,
    further: [askedSheet(request)],
  })
}

function askedSheet(request: Described): TextSheet {
  const { ref, title, text, owner, priority, sentOn, dueOn, asked, answered } = request
  const rows: [string, string][] = [
    ['Title', title],
    ['What we ask for', text],
    ['Owner', owner ?? ''],
    ['Priority', priority === null ? '' : priorityWords[priority]],
    ['Sent', sentOn ?? ''],
    ['Due', dueOn ?? ''],
    ['Answered', `${answered} of ${asked}`],
  ]
  return { name: 'Request', header: ['Request', ref], rows: rows.filter(([, said]) => said !== '') }
}
