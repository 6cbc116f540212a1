import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { csvRows } from '../csv/csvRows.ts'
import { type CsvFile, examineCsv } from '../csv/examineCsv.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { describePopulation } from './describe.ts'
import { loadPopulation } from './load.ts'
import { newPopulation } from './newPopulation.ts'
import { mappingOf, RowTaking } from './rowTaking.ts'
import { copySourceFile } from './sourceFile.ts'

type Params = CheckedParamsOf<'population.import'>
type Result = ResultOf<'population.import'>

/**
 * Imports a population: rows in slices that nobody sees yet, the file itself as evidence, then one command that makes both
 * visible. Whatever ends it before leaves nothing.
 */
export async function importPopulation(params: Params, context: JobContext): Promise<Result> {
  const { reader, resolvePath, signal, newId, store } = context
  loadEngagement(reader, params.engagementId)
  const file = await examineCsv(resolvePath(params.file), signal)
  const taking = new RowTaking(await mappingOf(file, params, context), params)
  const populationId = newId()
  signal.throwIfAborted()
  const key = store.populationRows.begin(populationId)
  try {
    return await importRows({ params, context, file, taking, populationId, key })
  } catch (error) {
    // A store that was locked meanwhile sweeps the rows away when it is opened again.
    if (context.session.isOpen && context.store === store) store.populationRows.discard(key)
    throw error
  }
}

type Import = {
  params: Params
  context: JobContext
  file: CsvFile
  taking: RowTaking
  populationId: string
  key: number
}

async function importRows({ params, context, file, taking, populationId, key }: Import): Promise<Result> {
  const { store, signal, pause, progress, commit } = context
  const onProgress = (bytes: number) => progress(bytes, file.bytes, 'Reading rows')
  for await (const slice of csvRows(file, { signal, onProgress })) {
    // Before the store is used, not after: it may have been locked while the file was read.
    await pause()
    store.populationRows.add(key, taking.take(slice))
  }
  const taken = taking.result()
  await pause()
  store.populationRows.summarise(key)
  await pause()
  const source = await copySourceFile(file, context)
  try {
    return commit(() => {
      loadEngagement(store.reader, params.engagementId)
      source.keep()
      return {
        engagementId: params.engagementId,
        changes: newPopulation({ params, context, file, populationId, taken }),
        answer: () => ({ ...answerOf(context, populationId), rejected: taking.rejected }),
      }
    })
  } catch (error) {
    await source.discard()
    throw error
  }
}

function answerOf({ reader }: JobContext, populationId: string): Omit<Result, 'rejected'> {
  const { rows, sha256, duplicates, outOfPeriod, byMonth } = describePopulation(
    reader,
    loadPopulation(reader, populationId),
  )
  return { populationId, rows, sha256, duplicates, outOfPeriod, byMonth }
}
