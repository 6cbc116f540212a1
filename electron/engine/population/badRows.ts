import { rejectedRows } from '../../../db/population/rejected.ts'
import type { LeftOutRow } from '../../../db/populationRows.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import type { RowMapping } from '../../../shared/population/takeRow.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import type { JobContext } from '../handler.ts'
import { examineTable, type TableFile, tableRows } from '../table/tableFile.ts'
import { loadPopulation } from './load.ts'
import { mappingOf } from './mapping.ts'
import { readToEnd } from './readToEnd.ts'
import { RowTaker } from './rowTaker.ts'
import { listedRejected } from './rowTaking.ts'

/** Tries a mapping on every row of a list, and keeps nothing. */
export async function findBadRows(
  params: CheckedParamsOf<'population.badRows'>,
  context: JobContext,
): Promise<ResultOf<'population.badRows'>> {
  const file = await examineTable(params, context)
  const mapping = await mappingOf(file, params, context)
  const trial = new Trial(file, mapping, params.dateFormat !== undefined)
  const header = leftOutHeader(file.header)
  const rows = cellsOf(trial.badRows(context))
  if (params.to === undefined) await readToEnd(rows)
  else await writeCsv(context.resolvePath(params.to), { header, rows }, context.signal)
  return { rows: trial.rows, count: trial.count, rejected: trial.listed }
}

/** Writes the rows that an import left out, as they were received and why, to a CSV file. */
export async function exportRejected(
  { populationId, to }: CheckedParamsOf<'population.exportRejected'>,
  { reader, resolvePath, signal }: JobContext,
): Promise<ResultOf<'population.exportRejected'>> {
  const { header } = loadPopulation(reader, populationId)
  const rows = rejectedRows(reader, populationId)
  const { sha256 } = await writeCsv(
    resolvePath(to),
    { header: leftOutHeader(header), rows: rows.map(cellsOfOne) },
    signal,
  )
  return { rows: rows.length, sha256 }
}

/** One reading of a list, with what was found so far. */
class Trial {
  rows = 0
  count = 0
  readonly listed: RejectedRow[] = []
  readonly #file: TableFile
  readonly #taker: RowTaker

  constructor(file: TableFile, mapping: RowMapping, isOrderGiven: boolean) {
    this.#file = file
    this.#taker = new RowTaker(mapping, isOrderGiven)
  }

  async *badRows({ signal, progress, pause }: JobContext): AsyncGenerator<LeftOutRow> {
    const onProgress = (bytes: number) => progress(bytes, this.#file.bytes, 'Checking rows')
    for await (const rows of tableRows(this.#file, { signal, onProgress })) {
      this.#taker.begin(rows)
      for (let at = 0; at < rows.length; at += 1) {
        const { rejected } = this.#taker.take(rows, at)
        if (rejected === null) this.rows += 1
        else {
          this.count += 1
          if (this.listed.length < listedRejected) this.listed.push(rejected)
          yield { ...rejected, cells: rows.cells(at) }
        }
      }
      await pause()
    }
  }
}

const leftOutHeader = (header: readonly string[]) => ['Row', 'Column', 'Reason', ...header]

const cellsOfOne = ({ row, column, message, cells }: LeftOutRow) => [String(row), column ?? '', message, ...cells]

async function* cellsOf(rows: AsyncIterable<LeftOutRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield cellsOfOne(row)
}
