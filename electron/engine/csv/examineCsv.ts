import { createHash } from 'node:crypto'
import type { Encoding } from '../../../shared/contract/csv.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ByteSource } from '../table/byteSource.ts'
import { checkHeader } from './columns.ts'
import { decodeBeginning, utf8Pieces } from './decodeText.ts'
import { detectDelimiter } from './delimiter.ts'
import { recordsOf } from './records.ts'
import { EncodingEvidence, type TextEncoding } from './textEncoding.ts'

/** A file of delimited text: what its bytes are, and how they are to be read. */
export type CsvFile = TextEncoding & {
  format: 'csv'
  source: ByteSource
  name: string
  bytes: number
  /** SHA-256 of the bytes, as `sha256sum` gives it. */
  sha256: string
  delimiter: string
  header: string[]
}

/** How a file is to be read, where the auditor knows better than its bytes tell. */
export type CsvReading = { encoding?: Encoding | undefined; delimiter?: string | undefined }

/** Beginning of the file that the delimiter is found in. */
const beginningBytes = 64 * 1024

/**
 * Reads a file to its end, for its hash and its encoding, and then its header.
 * @throws DomainError `file.not_regular`, `file.unreadable`, `csv.empty`, `csv.not_text`, `csv.not_in_encoding`,
 *   `csv.too_many_columns`, `csv.duplicate_column`, and those of {@link recordsOf} in row 1
 */
export async function examineCsv(
  source: ByteSource,
  { encoding, delimiter: given }: CsvReading = {},
  signal?: AbortSignal,
): Promise<CsvFile> {
  const { beginning, bytes, sha256, text: found } = await examineBytes(source.read(signal))
  const text = encoding === undefined ? found : overruled(found, encoding)
  const delimiter = given ?? detectDelimiter(decodeBeginning(beginning, text), beginning.length === bytes)
  const header = await firstRecord(utf8Pieces(source.read(signal), text), delimiter)
  checkHeader(header)
  return { format: 'csv', source, name: source.name, bytes, sha256, ...text, delimiter, header }
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

/**
 * UTF-8 can be read as Windows-1252, since every byte means something there. The other way round, and to or from UTF-16, the
 * bytes themselves say no.
 */
function overruled(found: TextEncoding, encoding: Encoding): TextEncoding {
  if (encoding === found.encoding) return found
  if (encoding === 'windows-1252' && found.encoding === 'utf-8' && !found.byteOrderMark) {
    return { encoding, byteOrderMark: false }
  }
  throw new DomainError('csv.not_in_encoding', { encoding, found: found.encoding })
}

async function firstRecord(pieces: AsyncIterable<Uint8Array>, delimiter: string): Promise<string[]> {
  for await (const records of recordsOf(pieces, delimiter)) return records.cells(0)
  // Nothing but a byte order mark.
  throw new DomainError('csv.empty')
}
