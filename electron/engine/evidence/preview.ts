import { imageSize } from 'image-size'
import type { Reader } from '../../../db/reader.ts'
import type { EvidencePreview } from '../../../shared/contract/evidencePreview.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { detectDelimiter } from '../csv/delimiter.ts'
import { recordsOf } from '../csv/records.ts'
import { EncodingEvidence } from '../csv/textEncoding.ts'
import { decodeBeginning } from '../csv/decodeText.ts'
import type { JobContext, QueryContext } from '../handler.ts'
import { firstXlsxRows } from '../xlsx/xlsxFile.ts'
import { loadEvidence } from './load.ts'

/** Bytes of the beginning by which a file is known, and which a text shows. */
const shownBytes = 512 * 1024
const shownRows = 200
/** Pixels above which a picture is not unpacked: it would take more memory than it is worth. */
const mostPixels = 100_000_000
/** Bytes above which a workbook is not opened in memory. */
const largestWorkbook = 64 * 1024 * 1024

/** Pictures that a window unpacks by itself; an SVG is a text with markup and is shown as one. */
const pictures = new Set(['png', 'jpg', 'gif', 'webp', 'bmp'])

/**
 * What a file shows, known by its bytes: a name can say anything. What cannot be read is no error here; it says why there is
 * no preview.
 * @throws DomainError `evidence.not_found`, `blob.missing`, `blob.damaged`
 */
export async function previewEvidence(
  { evidenceId, sheet }: CheckedParamsOf<'evidence.preview'>,
  { reader, signal }: JobContext,
): Promise<EvidencePreview> {
  const { sha256, size, name } = loadEvidence(reader, evidenceId)
  const beginning = reader.filePart(sha256, 0, Math.min(size, shownBytes))
  if (size === 0) return { kind: 'none', because: 'The file is empty.' }
  if (beginning.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf' }
  const picture = pictureOf(beginning)
  if (picture !== null) return picture
  try {
    if (beginning.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
      return await workbook(reader, { sha256, size, name, sheet, signal })
    return await text(beginning, { isWhole: beginning.length === size, name })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code.startsWith('blob.')) throw error
    return { kind: 'none', because: 'There is no preview of this kind of file. Save it to open it elsewhere.' }
  }
}

function pictureOf(beginning: Buffer): EvidencePreview | null {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(beginning)
    if (!pictures.has(type)) return null
    if (width * height > mostPixels)
      return { kind: 'none', because: `The picture has ${width} × ${height} pixels, too many to be shown here.` }
    // A camera that was turned says so, and the window turns the picture (Exif 2.3, orientations 5 to 8).
    return orientation >= 5 ? { kind: 'image', width: height, height: width } : { kind: 'image', width, height }
  } catch {
    // The library throws for whatever is no picture that it knows, or is cut.
    return null
  }
}

type WorkbookFile = { sha256: string; size: number; name: string; sheet: string | undefined; signal: AbortSignal }

async function workbook(reader: Reader, { sha256, size, name, sheet, signal }: WorkbookFile): Promise<EvidencePreview> {
  if (size > largestWorkbook) return { kind: 'none', because: 'The workbook is too large to be shown here.' }
  const bytes = reader.filePart(sha256, 0, size)
  const {
    rows,
    numbers: _numbers,
    ...sheets
  } = await firstXlsxRows(name, bytes, { wanted: sheet, most: shownRows + 1, signal })
  return { kind: 'table', ...tableOf(rows), ...sheets }
}

async function text(
  beginning: Buffer,
  { isWhole, name }: { isWhole: boolean; name: string },
): Promise<EvidencePreview> {
  const known = new EncodingEvidence()
  // A character that is cut at the end of the beginning is none of its faults.
  known.add(isWhole ? beginning : beginning.subarray(0, wholeLines(beginning)))
  const encoding = known.result()
  const shown = decodeBeginning(beginning, encoding)
  if (/\.(csv|tsv)$/i.test(name)) {
    const rows = await recordsIn(shown)
    if (rows !== null) return { kind: 'table', ...tableOf(rows), sheet: null, sheets: [], hiddenSheets: [] }
  }
  return { kind: 'text', text: shown, encoding: encoding.encoding, isWhole }
}

const lineFeed = 10

/** @returns up to which byte the lines are whole; all of it where there is no line */
function wholeLines(bytes: Buffer): number {
  const end = bytes.lastIndexOf(lineFeed)
  return end < 0 ? bytes.length : end + 1
}

/** @returns the first records; `null` where it is no list, and is shown as a text */
async function recordsIn(shown: string): Promise<string[][] | null> {
  const rows: string[][] = []
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(shown, 'utf8')
  }
  try {
    for await (const records of recordsOf(bytes(), detectDelimiter(shown, false))) {
      for (let at = 0; at < records.length && rows.length <= shownRows; at += 1) rows.push(records.cells(at))
      if (rows.length > shownRows) break
    }
    return rows
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

function tableOf([header = [], ...rows]: string[][]): { header: string[]; rows: string[][] } {
  return { header, rows: rows.slice(0, shownRows) }
}

/** @throws DomainError `evidence.not_found`, `evidence.no_such_part`, `blob.missing`, `blob.damaged` */
export function bytesOf(
  { evidenceId, start, length }: CheckedParamsOf<'evidence.bytes'>,
  { reader }: QueryContext,
): ResultOf<'evidence.bytes'> {
  const { sha256, size } = loadEvidence(reader, evidenceId)
  if (start > size) throw new DomainError('evidence.no_such_part', { size })
  // A copy, since the part is a view of what the store keeps opened.
  return { bytes: Uint8Array.from(reader.filePart(sha256, start, Math.min(length, size - start))), size }
}
