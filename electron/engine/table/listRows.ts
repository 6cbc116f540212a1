import type { ListRow } from '../../../shared/contract/table.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { type TableFile, tableRows } from './tableFile.ts'

/** @returns the rows of a list that is short enough for the memory @throws DomainError `table.too_many_rows`, and those of {@link tableRows} */
export async function listRows(
  file: TableFile,
  { phase, most }: { phase: string; most: number },
  { signal, progress, pause }: JobContext,
): Promise<ListRow[]> {
  const found: ListRow[] = []
  const onProgress = (bytes: number) => progress(bytes, file.bytes, phase)
  for await (const rows of tableRows(file, { signal, onProgress })) {
    for (let at = 0; at < rows.length; at += 1) found.push({ row: rows.number(at), cells: rows.cells(at) })
    if (found.length > most) throw new DomainError('table.too_many_rows', { limit: most })
    await pause()
  }
  return found
}
