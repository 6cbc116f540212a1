import type { EvaluationBasis } from '../../shared/contract/evaluation.ts'
import type { ExaminedCell } from '../../shared/sample/examine.ts'
import { type SampleFigures, sampleFigures } from '../../shared/sample/figures.ts'
import type { SheetCells } from './sheetCells.ts'
import { countedItems, type SheetView } from './sheetView.ts'

/** The figures of a sheet as it stands under the hand, saved or not. */
export type SheetFigures = { all: SampleFigures; attributes: (SampleFigures & { letter: string; text: string })[] }

/** @returns the figures of the items by their worst attribute, and of each attribute by itself */
export function sheetFigures(basis: EvaluationBasis, { sheet }: SheetView, cells: SheetCells): SheetFigures {
  const items = countedItems(sheet)
  const column = (letter: string): ExaminedCell[] =>
    items.map(({ sampleItemId, stratum }) => ({
      sampleItemId,
      stratum,
      attribute: letter,
      outcome: cells.get(sampleItemId, letter).shown.outcome,
    }))
  return {
    all: sampleFigures(basis, sheet.letters.flatMap(column)),
    attributes: sheet.procedure.attributes.map(({ letter, text }) => ({
      letter,
      text,
      ...sampleFigures(basis, column(letter)),
    })),
  }
}
