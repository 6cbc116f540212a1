import { storedBlock } from '../../../db/population/readBlocks.ts'
import { columnTexts, keysOf, rowsPerBlock } from '../../../db/population/rowBlock.ts'
import type { RowsSummary } from '../../../db/populationRows.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { type RepeatedRow, sortRepeats } from '../../../shared/population/repeatedIds.ts'
import { loadEngagement } from '../engagement.ts'
import type { JobContext } from '../handler.ts'
import { examineTable, type TableFile, tableRows } from '../table/tableFile.ts'
import { describePopulation } from './describe.ts'
import { loadPopulation } from './load.ts'
import { mappingOf } from './mapping.ts'
import { newPopulation } from './newPopulation.ts'
import { RowTaking, type TakenRows } from './rowTaking.ts'
import { copySourceFile } from './sourceFile.ts'

type Params = CheckedParamsOf<'population.import'>
type Result = ResultOf<'population.import'>

/**
 * Imports a population: rows in slices that nobody sees yet, the file itself as evidence, then one command that makes both
 * visible. Whatever ends it before leaves nothing.
 */
export async function importPopulation(params: Params, context: JobContext): Promise<Result> {
  const { reader, signal, newId, store } = context
  loadEngagement(reader, params.engagementId)
  const file = await examineTable(params, context)
  const { skipRejected, dateFormat } = params
  const mapping = await mappingOf(file, params, context)
  const taking = new RowTaking(mapping, { isOrderGiven: dateFormat !== undefined, skipRejected })
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
  file: TableFile
  taking: RowTaking
  populationId: string
  key: number
}

async function importRows({ params, context, file, taking, populationId, key }: Import): Promise<Result> {
  const { store, signal, pause, progress, commit } = context
  const onProgress = (bytes: number) => progress(bytes, file.bytes, 'Reading rows')
  for await (const rows of tableRows(file, { signal, onProgress })) {
    // Before the store is used, not after: it may have been locked while the file was read.
    await pause()
    store.populationRows.add(key, taking.take(rows))
  }
  store.populationRows.add(key, taking.rest())
  const taken = taking.result()
  await pause()
  store.populationRows.summarise(key, summaryOf(store.reader, key, taking, taken, file.header.length))
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

function summaryOf(reader: Reader, key: number, taking: RowTaking, { rows }: TakenRows, width: number): RowsSummary {
  const { places, isAll, repeats } = taking.ids.repeated()
  const { duplicates, lookAlikes } = sortRepeats(repeatedRows(reader, key, places, width))
  return {
    rows,
    duplicates,
    duplicateRows: isAll ? duplicates.length : Math.max(duplicates.length, repeats),
    lookAlikes: lookAlikes.slice(0, listedLookAlikes),
    sequences: taking.sequences.result(),
    days: taking.days,
    leftOut: taking.leftOut,
  }
}

/** Groups of ids that look alike, as a population keeps them. */
const listedLookAlikes = 1000

/** Reads the rows whose ids may occur more than once; places ascend, so that each block is read once. */
function repeatedRows(reader: Reader, key: number, places: readonly number[], width: number): RepeatedRow[] {
  const found: RepeatedRow[] = []
  for (const [number, group] of Map.groupBy(places, (place) => Math.floor(place / rowsPerBlock))) {
    const block = storedBlock(reader, key, number)
    if (block === undefined) continue
    const { rows, itemIds } = keysOf(block)
    const cells = columnTexts(block.cells)
    for (const place of group) {
      const at = place % rowsPerBlock
      const own = cells.slice(at * width, (at + 1) * width).join('\0')
      found.push({ row: rows[at] ?? 0, itemId: itemIds[at] ?? '', cells: own })
    }
  }
  return found
}

function answerOf({ reader }: JobContext, populationId: string): Omit<Result, 'rejected'> {
  const { rows, sha256, duplicates, outOfPeriod, byMonth } = describePopulation(
    reader,
    loadPopulation(reader, populationId),
  )
  return { populationId, rows, sha256, duplicates, outOfPeriod, byMonth }
}
