import { DomainError } from '../../../shared/errors/domainError.ts'
import { fromLine, type StoredEntry } from '../../../shared/journal/entry.ts'

/** A draw of a hundred thousand items is one entry of some 40 MB. */
const longestLine = 128 * 1024 ** 2
const lineFeed = 10

/** The entries of a bundle's journal, line by line. @throws DomainError `bundle.invalid_journal`, `bundle.too_large` */
export async function* journalEntries(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<StoredEntry, void, undefined> {
  let parts: Uint8Array[] = []
  let length = 0
  let line = 0
  for await (const piece of content) {
    let start = 0
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, start)) {
      line += 1
      yield entryOf([...parts, piece.subarray(start, end)], line)
      parts = []
      length = 0
      start = end + 1
    }
    if (start < piece.length) parts.push(Buffer.from(piece.subarray(start)))
    length += piece.length - start
    if (length > longestLine)
      throw new DomainError('bundle.too_large', { what: 'bytes of one entry', found: length, limit: longestLine })
  }
  if (parts.length > 0) yield entryOf(parts, line + 1)
}

/** The lines of a journal in memory that are not empty, read one by one: as a whole its text takes twice its bytes. */
export function* linesIn(journal: Buffer | null): Generator<string, void, undefined> {
  if (journal === null) return
  for (let start = 0; start < journal.length;) {
    const found = journal.indexOf(lineFeed, start)
    const end = found === -1 ? journal.length : found
    if (end > start) yield journal.toString('utf8', start, end)
    start = end + 1
  }
}

function entryOf(parts: readonly Uint8Array[], line: number): StoredEntry {
  const entry = fromLine(Buffer.concat(parts).toString('utf8'))
  if (entry !== null) return entry
  throw new DomainError('bundle.invalid_journal', {
    deviceId: '?',
    seq: line,
    problem: `Line ${line} is not an entry.`,
  })
}
