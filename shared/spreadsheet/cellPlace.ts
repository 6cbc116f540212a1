/** Rows and columns that a sheet can have. */
export const mostSheetRows = 1_048_576
export const mostSheetColumns = 16_384

/** @returns the place of a reference such as `AB12`, the column from 0 and the row from 1; `null` for what is none */
export function cellPlace(reference: string): { column: number; row: number } | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference)
  if (found === null) return null
  const [, letters = '', row = ''] = found
  const column = letters.split('').reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < mostSheetColumns && Number(row) <= mostSheetRows ? { column, row: Number(row) } : null
}
