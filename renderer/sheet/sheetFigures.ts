import type { EvaluationBasis } from '../../shared/contract/evaluation.ts'
import type { ExaminedCell } from '../../shared/sample/examine.ts'
import { type SampleFigures, sampleFigures } from '../../shared/sample/figures.ts'
import type { SheetCells } from './sheetCells.ts'
import { countedItems, type LoadedSheet, type SheetView } from './sheetView.ts'

/** The figures of one attribute. */
export type AttributeFigures = SampleFigures & { letter: string; text: string }

/** @returns the figures of the items by their worst attribute, as the sheet stands under the hand, saved or not */
export const figuresOfItems = (basis: EvaluationBasis, { sheet }: SheetView, cells: SheetCells): SampleFigures =>
  sampleFigures(
    basis,
    sheet.letters.flatMap((letter) => examinedCells(sheet, cells, letter)),
  )

/** @returns the figures of each attribute by itself */
export const figuresOfAttributes = (
  basis: EvaluationBasis,
  { sheet }: SheetView,
  cells: SheetCells,
): AttributeFigures[] =>
  sheet.procedure.attributes.map(({ letter, text }) => ({
    letter,
    text,
    ...sampleFigures(basis, examinedCells(sheet, cells, letter)),
  }))

const examinedCells = (sheet: LoadedSheet, cells: SheetCells, letter: string): ExaminedCell[] =>
  countedItems(sheet).map(({ sampleItemId, stratum }) => ({
    sampleItemId,
    stratum,
    attribute: letter,
    outcome: cells.get(sampleItemId, letter).shown.outcome,
  }))
