import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DateEvidence } from '../../../shared/period/dateColumn.ts'
import { proposeColumns } from '../../../shared/population/proposal.ts'
import type { JobContext } from '../handler.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { describeTable, examineTable, tableRows } from '../table/tableFile.ts'

const shownRows = 20

/** Reads a whole list: how many rows it has, and what each column's texts prove about its dates. */
export async function previewPopulation(
  params: CheckedParamsOf<'population.preview'>,
  context: JobContext,
): Promise<ResultOf<'population.preview'>> {
  const { signal, pause, progress } = context
  const file = await examineTable(params, context)
  const dates = new DateColumnsEvidence(file.header)
  const shown: string[][] = []
  let rowCount = 0
  for await (const rows of tableRows(file, { signal, onProgress: (bytes) => progress(bytes, file.bytes, 'Reading') })) {
    for (let at = 0; at < rows.length && shown.length < shownRows; at += 1) shown.push(rows.cells(at))
    rowCount += rows.length
    dates.add(rows)
    await pause()
  }
  const found = dates.result()
  return {
    ...describeTable(file),
    rows: shown,
    rowCount,
    dates: found,
    proposal: proposeColumns(file.header, found),
  }
}

/** Looks for dates in every column at once, and no longer in those that have none in the first slice. */
class DateColumnsEvidence {
  #columns: { column: string; at: number; evidence: DateEvidence }[]

  constructor(header: readonly string[]) {
    this.#columns = header
      .map((column, at) => ({ column, at, evidence: new DateEvidence() }))
      .filter(({ column }) => column !== '')
  }

  add(rows: PackedRows): void {
    for (const { at, evidence } of this.#columns) {
      for (let row = 0; row < rows.length; row += 1) evidence.add(rows.cell(row, at))
    }
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
