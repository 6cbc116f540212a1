import type { EvidenceTarget } from '../../shared/contract/evidence.ts'
import { cellIdOf } from '../../shared/record/cellId.ts'
import type { CellPlace } from './sheetView.ts'

/** @returns a cell of the sheet as the paper that a file supports */
export const cellTarget = (procedureId: string, { item, letter }: CellPlace): EvidenceTarget => ({
  entity: 'result',
  id: cellIdOf(procedureId, item.sampleItemId, letter),
})

/** @returns an item of the sheet as the paper that a file supports, whatever is tested on it */
export const itemTarget = ({ item }: CellPlace): EvidenceTarget => ({ entity: 'sampleItem', id: item.sampleItemId })
