import { footerBytes } from '../../../db/population/rowsFooter.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { type NewFile, putFile } from '../storedFile.ts'
import { examineTable, type TableFile, tableRows } from '../table/tableFile.ts'
import { describePopulation } from './describe.ts'
import { foundIn } from './foundIn.ts'
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
  yield footerBytes(taking.file.places, taking.leftOut)
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
        store.populationRows.keepFound(populationId, foundIn(store.reader, populationId, taking.seen, taking.leftOut))
        return { ...answerOf(context, populationId), rejected: taking.rejected }
      },
    }
  })
}

function answerOf({ reader }: JobContext, populationId: string): Omit<Result, 'rejected'> {
  const { rows, sha256, duplicates, outOfPeriod, byMonth } = describePopulation(
    reader,
    loadPopulation(reader, populationId),
  )
  return { populationId, rows, sha256, duplicates, outOfPeriod, byMonth }
}
