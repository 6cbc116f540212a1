import path from 'node:path'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { daysBetween } from '../../../shared/period/dayCount.ts'
import { requestColumns, rowKey } from '../../../shared/request/answerRows.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { type TextSheet, writeXlsx } from '../spreadsheet/writeXlsx.ts'
import { describeRequest, listRequests } from './load.ts'

type Format = 'xlsx' | 'csv'

/** Writes the items of a request with columns for the answers. @throws DomainError `request.no_items` */
export async function exportRequest(
  { requestId, file, format }: CheckedParamsOf<'request.export'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'request.export'>> {
  const request = describeRequest(reader, requestId)
  if (request.sampleId === null) throw new DomainError('request.no_items', { ref: request.ref })
  const { client, system } = loadEngagement(reader, request.engagementId)
  const items = itemSheet(request)
  const about: TextSheet = {
    name: 'About',
    header: ['Request', request.ref],
    rows: [
      ['Client', client],
      ['System', system ?? ''],
      ['Title', request.title],
      ['Due', request.dueOn ?? ''],
      ['What we ask for', request.text],
      ['How to answer', answerWords],
    ],
  }
  const { sha256 } = await writeSheets(resolvePath(file), format, [items, about], signal)
  return { items: items.rows.length, sha256 }
}

const answerWords =
  'Fill in the last columns of the sheet "Items" for every row and send the file back. Please keep the ids as they are, and write days as 2026-04-02.'

function itemSheet(request: ResultOf<'request.get'>): TextSheet {
  const { ref, dueOn, columns, attributes } = request
  const items = request.items.filter(({ replacedBecause }) => replacedBecause === null)
  const hasStrata = items.some(({ stratum }) => stratum !== null)
  const { itemId, answer, reference, providedOn, note, key } = requestColumns
  const stratumHead = hasStrata ? ['Stratum'] : []
  const attributeHeads = attributes.map(({ letter, text }) => `${letter}: ${text}`)
  const answerHeads = ['Due', answer, reference, providedOn, note, key]
  const header = ['No.', itemId, 'Date', ...stratumHead, ...columns, ...attributeHeads, ...answerHeads]
  const rows = items.map((item) => {
    const { answer: given } = item
    const stratum = hasStrata ? [item.stratum ?? ''] : []
    const said = [given?.answer ?? '', given?.reference ?? '', given?.providedOn ?? '', given?.note ?? '']
    const about = [String(item.order), item.itemId, item.date ?? '', ...stratum, ...item.cells]
    return about.concat(
      attributes.map(() => ''),
      dueOn ?? '',
      said,
      rowKey(ref, item.order),
    )
  })
  return { name: 'Items', header, rows, hidden: [header.length - 1] }
}

/** Writes the requests that are not closed as one list. @throws DomainError `engagement.not_found` */
export async function exportRegister(
  { engagementId, file, format, today }: CheckedParamsOf<'request.exportRegister'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'request.exportRegister'>> {
  const requests = listRequests(reader, engagementId, undefined).filter(({ status }) => status !== 'closed')
  const rows = requests.map(({ ref, title, text, subject, dueOn, status, createdAt, asked, answered }) => {
    const age = Math.max(0, daysBetween(createdAt.slice(0, 10), today))
    return [ref, title, text, subject ?? '', status, dueOn ?? '', String(age), `${answered} of ${asked}`]
  })
  const header = ['Request', 'Title', 'What we ask for', 'About', 'Status', 'Due', 'Days open', 'Answered']
  const { sha256 } = await writeSheets(resolvePath(file), format, [{ name: 'Requests', header, rows }], signal)
  return { requests: rows.length, sha256 }
}

/** CSV has one sheet: the first. */
function writeSheets(
  file: string,
  format: Format | undefined,
  sheets: readonly [TextSheet, ...TextSheet[]],
  signal: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const isCsv = format === 'csv' || (format === undefined && path.extname(file).toLowerCase() === '.csv')
  return isCsv ? writeCsv(file, sheets[0], signal) : writeXlsx(file, sheets, signal)
}
