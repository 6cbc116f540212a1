import { writeXlsx as workbookBytes } from 'hucre/xlsx'
import { exportFile } from '../exportFile.ts'

/** A sheet as it is written: texts only, so that ids keep their zeros and nothing becomes a formula. */
export type TextSheet = {
  name: string
  header: readonly string[]
  rows: readonly (readonly string[])[]
  /** Columns by their place that are not shown; a program finds them all the same. */
  hidden?: readonly number[]
}

const widest = 60
const narrowest = 8

/**
 * Writes a workbook of text cells, each sheet with its header bold and in sight. Everything is made in memory: for lists of
 * thousands of rows, not of a million.
 * @returns SHA-256 and length of the file
 * @throws DomainError those of {@link exportFile}
 */
export async function writeXlsx(
  file: string,
  sheets: readonly TextSheet[],
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const bytes = await workbookBytes({
    sheets: sheets.map(({ name, header, rows, hidden = [] }) => ({
      name,
      columns: header.map((head, at) => ({
        header: head,
        width: widthOf([head, ...rows.map((row) => row[at] ?? '')]),
        hidden: hidden.includes(at),
        numFmt: '@',
      })),
      rows: [[...header], ...rows.map((row) => [...row])],
      cells: new Map(header.map((_head, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
    })),
  })
  return exportFile(file, [bytes], signal)
}

function widthOf(texts: readonly string[]): number {
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0)
  return Math.min(widest, Math.max(narrowest, longest + 2))
}
