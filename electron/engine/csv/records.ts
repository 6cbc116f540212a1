import { finished } from 'node:stream/promises'
import { CsvError, Parser } from 'csv-parse'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { longestRow, longestRowBytes } from './limits.ts'

/**
 * The records of delimited text (RFC 4180), strictly: a quote stands around a whole cell or is doubled within one. Cells stay
 * the text that they are. A line break within quotes belongs to its cell, so that the n-th record is row n of a spreadsheet.
 * @param pieces UTF-8
 * @returns batches of records, as many as a piece completes; a blank line is a record of one empty cell
 * @throws DomainError `csv.unclosed_quote`, `csv.row_too_long`, `csv.malformed`
 */
export async function* recordsOf(pieces: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<string[][]> {
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
  })
  let batch: string[][] = []
  let unended = 0
  parser.on('data', (record: string[]) => batch.push(record))
  // Whoever waits for a piece to be parsed gets the error; without a listener it would end the process as well.
  parser.on('error', () => undefined)
  try {
    for await (const piece of pieces) {
      const before = parser.info.records
      await parsed(parser, piece)
      unended = parser.info.records > before ? 0 : unended + piece.length
      // Empty cells have no characters, so that the parser's own limit never sees a row of delimiters.
      if (unended > longestRowBytes) throw tooLong(parser)
      if (batch.length > 0) yield batch
      batch = []
    }
    parser.end()
    await finished(parser)
  } catch (error) {
    throw error instanceof CsvError ? asDomainError(error, parser) : error
  } finally {
    parser.destroy()
  }
  if (batch.length > 0) yield batch
}

function parsed(parser: Parser, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(piece, (error) => (error ? reject(error) : resolve()))
  })
}

const malformations: Partial<Record<CsvError['code'], string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'text follows the quote that closes a cell',
  INVALID_OPENING_QUOTE: 'a quote opens in the middle of a cell',
}

function asDomainError({ code }: CsvError, parser: Parser): DomainError {
  const row = rowBeingRead(parser)
  const isTooLong = code === 'CSV_MAX_RECORD_SIZE'
  if (code === 'CSV_QUOTE_NOT_CLOSED' || (isTooLong && isWithinQuotes(parser))) {
    return new DomainError('csv.unclosed_quote', { row })
  }
  return isTooLong ? tooLong(parser) : new DomainError('csv.malformed', { row, problem: malformations[code] ?? code })
}

const rowBeingRead = (parser: Parser) => parser.info.records + 1

const tooLong = (parser: Parser) =>
  new DomainError('csv.row_too_long', { row: rowBeingRead(parser), limit: longestRow })

/** The parser's types leave its state out. A quote that stays open for a whole row's length is taken as never closed. */
function isWithinQuotes(parser: Parser): boolean {
  return (parser as Parser & { state: { quoting: boolean } }).state.quoting
}
