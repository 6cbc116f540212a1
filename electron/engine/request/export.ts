import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { ListedRequest, RequestItem } from '../../../shared/contract/request.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { priorityWords } from '../../../shared/request/priority.ts'
import { listColumns, rowKey, variableHeads } from '../../../shared/request/listColumns.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { plainSheet, plainText } from '../record/plainText.ts'
import { type Column, sheetOf, writeSheets } from '../spreadsheet/writeSheets.ts'
import type { TextSheet } from '../spreadsheet/workbook.ts'
import { describeRequest, listRequests } from './load.ts'

/** Sheet of the workbook that the client fills in. */
export const itemsSheet = 'Items'

/** Writes the items of a request with columns for the answers. @throws DomainError `request.no_items` */
export async function exportRequest(
  { requestId, file, format }: CheckedParamsOf<'request.export'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'request.export'>> {
  const request = describeRequest(reader, requestId)
  if (request.sampleId === null) throw new DomainError('request.no_items', { ref: request.ref })
  const { client, system } = loadEngagement(reader, request.engagementId)
  const plain = plainText(reader, request.engagementId)
  const items = itemSheet(request, plain)
  const about: TextSheet = {
    name: 'About',
    header: ['Request', request.ref],
    rows: [
      ['Client', client],
      ['System', system ?? ''],
      ['Title', request.title],
      ['Due', request.dueOn ?? ''],
      ['Priority', request.priority === null ? '' : priorityWords[request.priority]],
      ['What we ask for', plain(request.text)],
      ['How to answer', answerWords],
    ],
  }
  const { sha256 } = await writeSheets(resolvePath(file), format, [items, about], signal)
  return { items: items.rows.length, sha256 }
}

const answerWords = `For every row of the sheet "${itemsSheet}", fill in the columns after "${listColumns.due}", and those of the attributes where there are any, and send the file back. Please keep the ids as they are, and write days as 2026-04-02.`

const answerHeads: string[] = [listColumns.answer, listColumns.reference, listColumns.note]

function itemSheet(request: ResultOf<'request.get'>, plain: (text: string) => string): TextSheet {
  const items = request.items.filter(({ replacedBecause }) => replacedBecause === null)
  const hasStrata = items.some(({ stratum }) => stratum !== null)
  const variable = variableHeads(request.columns, request.attributes)
  const columns: Column<RequestItem>[] = [
    { head: listColumns.number, cell: ({ order }) => String(order) },
    { head: listColumns.itemId, cell: ({ itemId }) => itemId },
    { head: listColumns.date, cell: ({ date }) => date ?? '' },
    ...(hasStrata ? [{ head: listColumns.stratum, cell: ({ stratum }: RequestItem) => stratum ?? '' }] : []),
    ...variable.columns.map((head, at) => ({ head, cell: ({ cells }: RequestItem) => cells[at] ?? '' })),
    ...variable.attributes.map(({ head }) => ({ head, cell: () => '' })),
    { head: listColumns.due, cell: () => request.dueOn ?? '' },
    { head: listColumns.answer, cell: ({ answer }) => answer?.answer ?? '' },
    { head: listColumns.reference, cell: ({ answer }) => answer?.reference ?? '' },
    { head: listColumns.providedOn, cell: ({ answer }) => answer?.providedOn ?? '' },
    { head: listColumns.note, cell: ({ answer }) => plain(answer?.note ?? '') },
    { head: listColumns.key, cell: ({ sampleItemId }) => rowKey(request.ref, sampleItemId) },
  ]
  const sheet = sheetOf(itemsSheet, columns, items)
  const saying = new Set<string>(answerHeads.concat(variable.attributes.map(({ head }) => head)))
  const filledIn = sheet.header.flatMap((head, at) => (saying.has(head) ? [at] : []))
  return { ...sheet, hidden: [columns.length - 1], filledIn }
}

/** The list of requests as a table. */
export const registerColumns: readonly Column<ListedRequest>[] = [
  { head: 'Request', cell: ({ ref }) => ref },
  { head: 'Title', cell: ({ title }) => title },
  { head: 'What we ask for', cell: ({ text }) => text },
  { head: 'About', cell: ({ subject }) => subject ?? '' },
  { head: 'Owner', cell: ({ owner }) => owner ?? '' },
  { head: 'Priority', cell: ({ priority }) => (priority === null ? '' : priorityWords[priority]) },
  { head: 'Status', cell: ({ status, overdue }) => (overdue ? 'overdue' : status) },
  { head: 'Sent', cell: ({ sentOn }) => sentOn ?? '' },
  { head: 'Due', cell: ({ dueOn }) => dueOn ?? '' },
  { head: 'Days', cell: ({ ageDays }) => String(ageDays) },
  { head: 'Answered', cell: ({ asked, answered }) => `${answered} of ${asked}` },
]

/** Writes the requests that are not closed as one list. @throws DomainError `engagement.not_found` */
export async function exportRegister(
  { engagementId, file, format, today }: CheckedParamsOf<'request.exportRegister'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'request.exportRegister'>> {
  const { requests } = listRequests(reader, { engagementId, today })
  const notClosed = requests.filter(({ status }) => status !== 'closed')
  const register = plainSheet(reader, engagementId, sheetOf('Requests', registerColumns, notClosed))
  const { sha256 } = await writeSheets(resolvePath(file), format, [register], signal)
  return { requests: notClosed.length, sha256 }
}
