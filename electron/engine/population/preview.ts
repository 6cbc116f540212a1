import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DateEvidence } from '../../../shared/period/dateColumn.ts'
import { proposeColumns } from '../../../shared/population/proposal.ts'
import { describeCsv, firstCells } from '../csv/csvPreview.ts'
import { type CsvRow, csvRows } from '../csv/csvRows.ts'
import { examineCsv } from '../csv/examineCsv.ts'
import type { JobContext } from '../handler.ts'

/** Reads a whole file: how many rows it has, and what each column's texts prove about its dates. */
export async function previewPopulation(
  params: CheckedParamsOf<'population.preview'>,
  { resolvePath, signal, pause, progress }: JobContext,
): Promise<ResultOf<'population.preview'>> {
  const file = await examineCsv(resolvePath(params.file), signal)
  const dates = new DateColumnsEvidence(file.header)
  const rows: string[][] = []
  let rowCount = 0
  for await (const slice of csvRows(file, { signal, onProgress: (bytes) => progress(bytes, file.bytes, 'Reading') })) {
    if (rows.length === 0) rows.push(...firstCells(slice))
    rowCount += slice.length
    dates.add(slice)
    await pause()
  }
  const found = dates.result()
  return { ...describeCsv(file), rows, rowCount, dates: found, proposal: proposeColumns(file.header, found) }
}

/** Looks for dates in every column at once, and no longer in those that have none in the first slice. */
class DateColumnsEvidence {
  #columns: { column: string; at: number; evidence: DateEvidence }[]

  constructor(header: readonly string[]) {
    this.#columns = header
      .map((column, at) => ({ column, at, evidence: new DateEvidence() }))
      .filter(({ column }) => column !== '')
  }

  add(rows: readonly CsvRow[]): void {
    for (const { at, evidence } of this.#columns) for (const { cells } of rows) evidence.add(cells[at] ?? '')
    this.#columns = this.#columns.filter(({ evidence }) => mayHoldDates(evidence))
  }

  result(): ResultOf<'population.preview'>['dates'] {
    return this.#columns
      .map(({ column, evidence }) => ({ column, ...evidence.result() }))
      .filter(({ dates }) => dates > 0)
      .map(({ column, formats }) => ({ column, formats }))
  }
}

/** A few texts among the dates are rows to be named, many are another column. */
function mayHoldDates(evidence: DateEvidence): boolean {
  const { dates, unreadable } = evidence.result()
  return dates >= unreadable
}
