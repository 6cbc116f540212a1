import { readKeys, spanOf } from '../../../db/population/rowBlock.ts'
import { rowsOfBlock, type StoredRows, storedRows } from '../../../db/population/readBlocks.ts'
import type { BlockPlace } from '../../../db/population/rowsFile.ts'
import { readFooter } from '../../../db/population/rowsFooter.ts'
import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import { foundIn } from './foundIn.ts'
import { SeenRows } from './seenRows.ts'

/** Blocks that are read before other work may run. */
const blocksPerTurn = 256

/**
 * Finds the rows of populations that came from elsewhere: their files came along, and where in them the rows are and what was
 * found in them follows from the files. A file that is not here, or not what it should be, leaves its population unread, as
 * `evidence.check` says of it.
 */
export async function indexRows(engagementId: string, context: Pick<JobContext, 'store' | 'pause'>): Promise<void> {
  const { reader } = context.store
  for (const { id } of reader.list('population', { engagementId })) {
    const stored = storedRows(reader, id)
    if (stored === undefined || isIndexed(reader, id)) continue
    try {
      await indexPopulation(stored, context)
    } catch (error) {
      if (!(error instanceof DomainError && error.code.startsWith('blob.'))) throw error
    }
  }
}

function isIndexed(reader: Reader, populationId: string): boolean {
  return (
    reader.count('SELECT count(*) AS n FROM population_found WHERE population_id = @populationId', { populationId }) > 0
  )
}

async function indexPopulation(
  stored: StoredRows,
  { store, pause }: Pick<JobContext, 'store' | 'pause'>,
): Promise<void> {
  const { populationId } = stored
  const { blocks, leftOut } = readFooter(store.reader, stored)
  const seen = new SeenRows()
  const places: BlockPlace[] = []
  for (const [number, [keysStart, keysLength, cellsStart, cellsLength]] of blocks.entries()) {
    if (number % blocksPerTurn === 0) await pause()
    const rows = rowsOfBlock(stored, number)
    const bytes = store.reader.filePart(stored.sha256, keysStart, keysLength)
    const keys = readKeys(bytes, { number, rows }, stored)
    if (keys.rows.length !== rows || keys.itemIds.length !== rows)
      throw new DomainError('blob.damaged', { sha256: stored.sha256 })
    for (const [at, itemId] of keys.itemIds.entries()) seen.add(itemId, keys.days?.[at] ?? null)
    places.push({ number, ...spanOf(keys.rows, keys.days ?? []), keysStart, keysLength, cellsStart, cellsLength })
  }
  store.transaction(() => {
    store.populationRows.keepPlaces(populationId, places)
    store.populationRows.keepFound(populationId, foundIn(store.reader, populationId, seen, leftOut))
  })
}
