import { createHash } from 'node:crypto'
import { storedBlock, storedRows } from '../population/readBlocks.ts'
import { hashBlock, rowsPerBlock } from '../population/rowBlock.ts'
import type { Reader } from '../reader.ts'

/** A population whose rows are not the ones that the journal holds the hash of. */
export type ChangedPopulation = { entity: string; id: string; problem: string }

/** Blocks that are hashed before other work may run: about as many as take 20 ms. */
const blocksAtOnce = 200

/**
 * Looks for the first population whose rows are not the ones that the journal holds the hash of, block by block: a step ends
 * after a few of them, so that whoever types meanwhile need not wait.
 */
export function* changedPopulation(reader: Reader, engagementId: string): Generator<void, ChangedPopulation | null> {
  const populations = reader.all<{ id: string; name: string; rowsSha256: string }>(
    'SELECT id, name, rows_sha256 AS rowsSha256 FROM population WHERE engagement_id = @engagementId',
    { engagementId },
  )
  for (const { id, name, rowsSha256 } of populations) {
    if ((yield* populationRowsSha256(reader, id)) !== rowsSha256) {
      return { entity: 'population', id, problem: `The rows of "${name}" are not the ones that were imported.` }
    }
  }
  return null
}

function* populationRowsSha256(reader: Reader, populationId: string): Generator<void, string> {
  const hash = createHash('sha256')
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return hash.digest('hex')
  for (let number = 0; number * rowsPerBlock < stored.rows; number += 1) {
    const block = storedBlock(reader, stored.key, number)
    if (block === undefined) break
    hashBlock(hash, block)
    if (number % blocksAtOnce === blocksAtOnce - 1) yield
  }
  return hash.digest('hex')
}
