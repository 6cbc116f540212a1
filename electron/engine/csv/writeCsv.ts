import { isDecimal } from '../../../shared/population/decimal.ts'
import { exportFile } from '../exportFile.ts'

/** A list as it is written: texts only, so that ids keep their zeros. */
export type CsvTable = {
  header: readonly string[]
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
}

/** Rows that are written in one piece. */
const rowsAtOnce = 1000

/** Excel takes UTF-8 for what it is only with this mark. */
const byteOrderMark = '\uFEFF'

/**
 * Writes a list as CSV (RFC 4180): UTF-8 with a byte order mark, lines ending in CR LF.
 * @returns SHA-256 and length of the file
 * @throws DomainError those of {@link exportFile}
 */
export async function writeCsv(
  file: string,
  { header, rows }: CsvTable,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(byteOrderMark + csvLine(header), 'utf8')
    let lines: string[] = []
    for await (const row of rows) {
      lines.push(csvLine(row))
      if (lines.length < rowsAtOnce) continue
      yield Buffer.from(lines.join(''), 'utf8')
      lines = []
    }
    yield Buffer.from(lines.join(''), 'utf8')
  }
  return exportFile(file, pieces(), signal)
}

/** @returns a line of cells with its line break */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const safe = beginsFormula.test(text) && !isDecimal(text) ? `'${text}` : text
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A spreadsheet would run these as formulas (OWASP, "CSV Injection"); an apostrophe before them makes them text. */
const beginsFormula = /^[=+\-@\t\r]/
const needsQuotes = /[",\r\n]|^\s|\s$/
