import { createHash } from 'node:crypto'
import path from 'node:path'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkHeader } from './columns.ts'
import { decodeBeginning, utf8Pieces } from './decodeText.ts'
import { detectDelimiter } from './delimiter.ts'
import { recordsOf } from './records.ts'
import { EncodingEvidence, type TextEncoding } from './textEncoding.ts'

/** A file of delimited text: what its bytes are, and how they are to be read. */
export type CsvFile = TextEncoding & {
  path: string
  name: string
  bytes: number
  /** SHA-256 of the bytes, as `sha256sum` gives it. */
  sha256: string
  delimiter: string
  header: string[]
}

/** Beginning of the file that the delimiter is found in. */
const beginningBytes = 64 * 1024

/**
 * Reads a file to its end, for its hash and its encoding, and then its header.
 * @throws DomainError `file.not_regular`, `file.unreadable`, `csv.empty`, `csv.not_text`, `csv.too_many_columns`,
 *   `csv.duplicate_column`, and those of {@link recordsOf} in row 1
 */
export async function examineCsv(file: string, signal?: AbortSignal): Promise<CsvFile> {
  const handle = await openRegularFile(file)
  try {
    const { beginning, bytes, sha256, text } = await examineBytes(readPieces(handle, file, { signal }))
    const delimiter = detectDelimiter(decodeBeginning(beginning, text), beginning.length === bytes)
    const header = await firstRecord(utf8Pieces(readPieces(handle, file, { signal }), text), delimiter)
    checkHeader(header)
    return { path: file, name: path.basename(file), bytes, sha256, ...text, delimiter, header }
  } finally {
    await handle.close()
  }
}

async function examineBytes(pieces: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  const evidence = new EncodingEvidence()
  let beginning: Uint8Array = new Uint8Array(0)
  let bytes = 0
  for await (const piece of pieces) {
    if (bytes === 0) beginning = piece.subarray(0, beginningBytes)
    bytes += piece.length
    hash.update(piece)
    evidence.add(piece)
  }
  if (bytes === 0) throw new DomainError('csv.empty')
  return { beginning, bytes, sha256: hash.digest('hex'), text: evidence.result() }
}

async function firstRecord(pieces: AsyncIterable<Uint8Array>, delimiter: string): Promise<string[]> {
  for await (const [first] of recordsOf(pieces, delimiter)) if (first !== undefined) return first
  // Nothing but a byte order mark.
  throw new DomainError('csv.empty')
}
