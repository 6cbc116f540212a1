import { decodeBeginning } from '../csv/decodeText.ts'
import { EncodingEvidence } from '../csv/textEncoding.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { firstXlsxRows } from '../xlsx/xlsxFile.ts'
import { ZipParts } from '../xlsx/zipParts.ts'
import { pdfText } from './pdfText.ts'
import { TextSink } from './textSink.ts'
import { wordText } from './wordText.ts'

/** Rows of a sheet, and sheets of a workbook, whose cells are read. */
const mostRows = 20_000
const mostSheets = 50

/**
 * The text of a file, known by its bytes: PDF, Word document, workbook, or a text of any kind, such as CSV.
 * @returns at most the characters of a {@link TextSink}; nothing for a file without text
 * @throws DomainError and errors of the readers for a PDF or a package that is broken
 */
export async function readFileText(name: string, bytes: Buffer): Promise<string> {
  const sink = new TextSink()
  if (bytes.subarray(0, 1024).includes('%PDF-')) await pdfText(bytes, sink)
  else if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') await packageText(name, bytes, sink)
  else plainText(bytes, sink)
  return sink.text
}

async function packageText(name: string, bytes: Buffer, sink: TextSink): Promise<void> {
  const parts = await ZipParts.ofBytes(name, bytes)
  if (parts.has('word/document.xml')) await wordText(parts, sink)
  else await workbookText(name, bytes, sink)
}

async function workbookText(name: string, bytes: Buffer, sink: TextSink): Promise<void> {
  const { signal } = new AbortController()
  const rowsOf = (wanted?: string) => firstXlsxRows(name, bytes, { wanted, most: mostRows, signal })
  const first = await rowsOf()
  const others = first.sheets.filter((sheet) => sheet !== first.sheet).slice(0, mostSheets - 1)
  for (const row of first.rows) sink.add(row.join(' '))
  for (const sheet of others) {
    if (sink.isFull) return
    sink.add(sheet)
    const { rows } = await rowsOf(sheet)
    for (const row of rows) sink.add(row.join(' '))
  }
}

/** Bytes in no encoding of text are a picture, a program or the like: there is nothing to read in them. */
function plainText(bytes: Buffer, sink: TextSink): void {
  const known = new EncodingEvidence()
  try {
    known.add(bytes)
    sink.add(decodeBeginning(bytes.subarray(0, sink.room * 4), known.result()))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}
