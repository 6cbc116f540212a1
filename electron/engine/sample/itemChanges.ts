import { type Change, create } from '../../../shared/journal/change.ts'
import type { DrawnItem } from '../../../shared/sample/drawableItem.ts'

/** Where new items stand: after how many drawn before, at which stage, and for which item (its id in the sample). */
export type ItemsPlace = { after: number; stage: 'initial' | 'extension' | 'replacement'; replaces?: string }

/** @returns the changes that add drawn items to a sample; an item's id is that of its sample and its row in the file */
export function newItems(
  sampleId: string,
  items: readonly DrawnItem[],
  { after, stage, replaces }: ItemsPlace,
): Change[] {
  return items.flatMap(({ item, ticket, stratum }, place) =>
    create('sampleItem', `${sampleId}:${item.row}`, {
      sampleId,
      drawOrder: after + place + 1,
      itemId: item.itemId,
      row: item.row,
      stage,
      ...(ticket === null ? {} : { ticket }),
      ...(stratum === null ? {} : { stratum }),
      ...(replaces === undefined ? {} : { replaces }),
    }),
  )
}
