/** @returns the sheets of a workbook as a choice; one that a spreadsheet program does not show says so */
export function sheetOptions(sheets: readonly string[], hidden: readonly string[]): { value: string; label: string }[] {
  return sheets.map((sheet) => ({ value: sheet, label: hidden.includes(sheet) ? `${sheet} (hidden)` : sheet }))
}
