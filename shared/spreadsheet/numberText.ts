/** Digits that a spreadsheet keeps of a number and shows. */
const digits = 15

/** Most numbers of most lists; they stay as they are. */
const isPlainInteger = /^(?:0|-?[1-9]\d{0,14})$/

/**
 * A number of a workbook as people read it: without an exponent, and with the 15 digits that a spreadsheet shows, so that
 * 0.1 + 0.2, stored as 0.30000000000000004, is 0.3.
 * @returns `null` for text that is no number
 */
export function numberText(stored: string): string | null {
  if (isPlainInteger.test(stored)) return stored
  const value = stored.trim() === '' ? Number.NaN : Number(stored)
  if (!Number.isFinite(value)) return null
  const text = String(Number(value.toPrecision(digits)))
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (found === null) return text
  const [, sign = '', whole = '', part = '', exponent = ''] = found
  const places = Number(exponent)
  const significant = whole + part
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${significant}`
  return `${sign}${significant.padEnd(places + 1, '0')}`
}
