import { isUtf8 } from 'node:buffer'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { longestRowBytes } from '../csv/limits.ts'

/** A line that holds anything, with its number from 1. */
export type Line = { row: number; text: string }

const lineFeed = 10
const byteOrderMark = '\u{FEFF}'

/**
 * The lines of a text in UTF-8; a byte order mark is left out, and so are blank lines, which count.
 * @throws DomainError `csv.row_too_long`, `jsonl.not_utf8`
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let rest = Buffer.alloc(0)
  let row = 0
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    const end = bytes.lastIndexOf(lineFeed) + 1
    for (const text of decoded(bytes.subarray(0, end), row)) {
      row += 1
      if (text.trim() !== '') yield { row, text }
    }
    rest = bytes.subarray(end)
    requireLength(rest.length, row + 1)
  }
  const [last = ''] = decoded(rest, row)
  if (last.trim() !== '') yield { row: row + 1, text: last }
}

/** @param before lines before these @returns whole lines, without what ends them */
function* decoded(bytes: Buffer, before: number): Generator<string> {
  let row = before
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineFeed, start)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(start, end)
    row += 1
    requireLength(line.length, row)
    if (!isUtf8(line)) throw new DomainError('jsonl.not_utf8', { row })
    const text = line.toString('utf8')
    yield row === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text
    start = end + 1
  }
}

function requireLength(bytes: number, row: number): void {
  if (bytes > longestRowBytes) throw new DomainError('csv.row_too_long', { row, limit: longestRowBytes })
}
