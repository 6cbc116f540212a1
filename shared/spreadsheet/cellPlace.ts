/** Rows and columns that a sheet can have. */
export const mostSheetRows = 1_048_576
export const mostSheetColumns = 16_384

/** @returns the place of a reference such as `AB12`, the column from 0 and the row from 1; `null` for what is none */
export function cellPlace(reference: string): { column: number; row: number } | null {
  // Twelve million of them in a large sheet: a pattern takes four times as long.
  let at = 0
  let column = 0
  for (; at < 3 && isBetween(reference.charCodeAt(at), letterA, letterZ); at += 1) {
    column = column * 26 + reference.charCodeAt(at) - letterA + 1
  }
  if (at === 0 || reference.charCodeAt(at) === digit0 || reference.length > at + 7) return null
  let row = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (!isBetween(code, digit0, digit9)) return null
    row = row * 10 + code - digit0
  }
  return row > 0 && row <= mostSheetRows && column <= mostSheetColumns ? { column: column - 1, row } : null
}

const [letterA, letterZ, digit0, digit9] = [65, 90, 48, 57]

const isBetween = (code: number, first: number, last: number) => code >= first && code <= last
