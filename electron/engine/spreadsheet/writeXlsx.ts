import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exportFile } from '../exportFile.ts'
import { workAside } from '../thread/workAside.ts'
import { type TextSheet, workbookOf } from './workbook.ts'
import type { XlsxWork } from './xlsxThread.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./xlsxThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/** Workbooks of so many cells are made by a thread of their own: they take longer than its start. */
const asideCells = 20_000

/**
 * Writes a workbook of text cells; nobody waits for a large one.
 * @returns SHA-256 and length of the file
 * @throws DomainError `xlsx.text_too_long`, those of {@link exportFile}
 */
export async function writeXlsx(
  file: string,
  sheets: readonly TextSheet[],
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const cells = sheets.reduce((sum, { header, rows }) => sum + header.length * rows.length, 0)
  const work: XlsxWork = { sheets }
  const bytes = cells < asideCells ? await workbookOf(sheets) : await workAside<Uint8Array>(thread, work, signal)
  return exportFile(file, [bytes], signal)
}
