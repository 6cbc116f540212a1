import { BorderStyle, type IRunOptions, LineRuleType, ShadingType, TextRun, WidthType } from 'docx'
import { writable } from '../../../../shared/report/writable.ts'

/** What every piece of a document is written with. */
export type Pen = {
  /** Turns text of the papers into text of the file, so that none of it is taken for a field. */
  literal: (text: string) => string
  /** @returns the number of a list that begins to count */
  newList: () => number
  /** @returns the number of a bookmark */
  newBookmark: () => number
}

/** Width of the text on A4 with its margins, in twentieths of a point. */
export const textWidth = 9638

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B6BEC8' }

/** How every table looks. */
export const tableLook = {
  width: { size: textWidth, type: WidthType.DXA },
  borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
}

/**
 * Height of lines in cells, in twentieths of a point. A height that is told, rather than a multiple of what a font asks for,
 * is the same in every program: the pages fall alike, and the numbers of the table of contents hold.
 */
export const cellLine = { line: 248, lineRule: LineRuleType.AT_LEAST }

/** @returns how a cell looks; heads stand out by their ground */
export const cellLook = (isHead: boolean) => ({
  margins: { top: 50, bottom: 50, left: 90, right: 90 },
  ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E6EBF1', color: 'auto' } } : {}),
})

/** @returns a text as runs, a line break for each of its own */
export function runs(text: string, pen: Pen): TextRun[] {
  return text.split('\n').map((line, place) => runOf(line, pen, place === 0 ? {} : { break: 1 }))
}

/** @returns words of one look */
export function runOf(text: string, { literal }: Pen, look: IRunOptions = {}): TextRun {
  return new TextRun({ ...look, text: writable(literal(text)) })
}
