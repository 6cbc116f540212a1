import { ItemAnswers } from '../requests/ItemAnswers.tsx'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'
import { useSettledPosition } from './useSettledPosition.ts'

/** What the client said to the item that is tested now; it follows the selection. */
export function ActiveItemAnswers({
  store,
  view,
  engagementId,
}: {
  store: SheetStore
  view: SheetView
  engagementId: string
}) {
  const { row } = useSettledPosition(store)
  const { sampleId } = view.sheet.procedure
  return sampleId === null ? null : <ItemAnswers {...{ engagementId, sampleId }} item={view.rows[row]} />
}
