import { showAgain } from '../../../db/hiddenRow.ts'
import type { Reader } from '../../../db/reader.ts'
import type { RecordedResult } from '../../../shared/contract/result.ts'
import { type Change, create, update } from '../../../shared/journal/change.ts'
import { loadTickmark } from '../tickmark.ts'

type Placing = { results: readonly RecordedResult[]; by: string; at: string }

/**
 * @returns the changes that put tickmarks beside results, or take them away; of two for the same cell the later one stands
 * @throws DomainError `tickmark.not_found`
 */
export function placeTickmarks(reader: Reader, engagementId: string, { results, by, at }: Placing): Change[] {
  const known = new Set<string>()
  const wanted = new Map<string, { cell: RecordedResult; tickmarkId: string; placed: boolean }>()
  for (const cell of results) {
    for (const { tickmarkId, placed } of cell.tickmarks ?? []) {
      if (!known.has(tickmarkId)) known.add(loadTickmark(reader, tickmarkId, engagementId).id)
      const id = `${cell.procedureId}:${cell.sampleItemId}:${cell.attribute}:${tickmarkId}`
      wanted.set(id, { cell, tickmarkId, placed })
    }
  }
  return [...wanted].flatMap(([id, { cell, tickmarkId, placed }]) => {
    const before = reader.get('resultTickmark', id)
    if ((before?.placed ?? false) === placed) return []
    if (before !== undefined) return update('resultTickmark', id, { placed, by, at })
    const { procedureId, sampleItemId, attribute } = cell
    return [
      ...create('resultTickmark', id, { procedureId, sampleItemId, attribute, tickmarkId, placed, by, at }),
      ...showAgain(reader, 'resultTickmark', id),
    ]
  })
}
