import { cellsOfBlock, keyBlock, storedRows } from '../../../db/population/readBlocks.ts'
import { rowsPerBlock } from '../../../db/population/rowBlock.ts'
import type { RowsFound } from '../../../db/populationRows.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { type RepeatedRow, sortRepeats } from '../../../shared/population/repeatedIds.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { type NewFile, putFile } from '../storedFile.ts'
import { examineTable, type TableFile, tableRows } from '../table/tableFile.ts'
import { describePopulation } from './describe.ts'
import { loadPopulation } from './load.ts'
import { mappingOf } from './mapping.ts'
import { newPopulation } from './newPopulation.ts'
import { RowTaking } from './rowTaking.ts'
import { copySourceFile } from './sourceFile.ts'

type Params = CheckedParamsOf<'population.import'>
type Result = ResultOf<'population.import'>

/**
 * Imports a population: its rows and the file itself as two encrypted files that no row knows yet, then one command that makes
 * both visible. Whatever ends it before leaves nothing.
 */
export async function importPopulation(params: Params, context: JobContext): Promise<Result> {
  loadEngagement(context.reader, params.engagementId)
  const file = await examineTable(params, context)
  const { skipRejected, dateFormat } = params
  const mapping = await mappingOf(file, params, context)
  const taking = new RowTaking(mapping, { isOrderGiven: dateFormat !== undefined, skipRejected })
  // The disk keeps the file while its rows are taken.
  const files = await bothOrNone(copySourceFile(file, context), putFile(rowBytes(file, taking, context), context))
  try {
    return commitImport({ params, context, file, taking, files })
  } catch (error) {
    await Promise.all(files.map((one) => one.discard()))
    throw error
  }
}

type Files = readonly [source: NewFile, rows: NewFile]

/** Where one of the two fails, the other is taken back. */
async function bothOrNone(copying: Promise<NewFile>, writing: Promise<NewFile>): Promise<Files> {
  const [source, rows] = await Promise.allSettled([copying, writing])
  if (source.status === 'fulfilled' && rows.status === 'fulfilled') return [source.value, rows.value]
  if (source.status === 'fulfilled') await source.value.discard()
  if (rows.status === 'fulfilled') await rows.value.discard()
  // What is wrong with the rows says more than what their reading did to the copy.
  throw rows.status === 'rejected' ? rows.reason : (source as PromiseRejectedResult).reason
}

/** The bytes of the file of rows, as they are taken. @throws DomainError those of reading, `population.bad_rows` */
async function* rowBytes(
  file: TableFile,
  taking: RowTaking,
  { signal, pause, progress }: JobContext,
): AsyncGenerator<Uint8Array> {
  const onProgress = (bytes: number) => progress(bytes, file.bytes, 'Reading rows')
  for await (const rows of tableRows(file, { signal, onProgress })) {
    await pause()
    yield* taking.take(rows)
  }
  taking.result()
  yield* taking.file.end()
}

type Import = { params: Params; context: JobContext; file: TableFile; taking: RowTaking; files: Files }

function commitImport({ params, context, file, taking, files }: Import): Result {
  const { commit, newId, store } = context
  const [source, rows] = files
  const populationId = newId()
  return commit(() => {
    loadEngagement(store.reader, params.engagementId)
    source.keep()
    rows.keep()
    const taken = { ...taking.result(), rowsSha256: rows.sha256 }
    return {
      engagementId: params.engagementId,
      changes: newPopulation({ params, context, file, populationId, taken }),
      answer: () => {
        const { places } = taking.file
        store.populationRows.keepPlaces(populationId, places)
        store.populationRows.keepFound(populationId, foundIn(store.reader, populationId, taking))
        return { ...answerOf(context, populationId), rejected: taking.rejected }
      },
    }
  })
}

/** Groups of ids that look alike, as a population keeps them. */
const listedLookAlikes = 1000

function foundIn(reader: Reader, populationId: string, { ids, sequences, days, leftOut }: RowTaking): RowsFound {
  const { places, isAll, repeats } = ids.repeated()
  const { duplicates, lookAlikes } = sortRepeats(repeatedRows(reader, populationId, places))
  return {
    duplicates,
    duplicateRows: isAll ? duplicates.length : Math.max(duplicates.length, repeats),
    lookAlikes: lookAlikes.slice(0, listedLookAlikes),
    sequences: sequences.result(),
    days,
    leftOut,
  }
}

/** Reads the rows whose ids may occur more than once, each block once. */
function repeatedRows(reader: Reader, populationId: string, places: readonly number[]): RepeatedRow[] {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return []
  const { width } = stored
  return [...Map.groupBy(places, (place) => Math.floor(place / rowsPerBlock))].flatMap(([number, group]) => {
    const keys = keyBlock(reader, stored, number)
    const cells = cellsOfBlock(reader, stored, number)
    return group.map((place) => {
      const at = place % rowsPerBlock
      const own = cells.slice(at * width, (at + 1) * width).join('\0')
      return { row: keys?.rows[at] ?? 0, itemId: keys?.itemIds[at] ?? '', cells: own }
    })
  })
}

function answerOf({ reader }: JobContext, populationId: string): Omit<Result, 'rejected'> {
  const { rows, sha256, duplicates, outOfPeriod, byMonth } = describePopulation(
    reader,
    loadPopulation(reader, populationId),
  )
  return { populationId, rows, sha256, duplicates, outOfPeriod, byMonth }
}
