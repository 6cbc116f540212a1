const decimal = /^[+-]?[0-9]+(?:\.[0-9]+)?$/

/**
 * @returns whether a text is a plain decimal number: ASCII digits with at most one point. What a program could read in two
 * ways, or as another notation (1e3, 0x1F, 1.234,50), is none. The text is kept, since a binary number would change it.
 */
export function isDecimal(text: string): boolean {
  return decimal.test(text)
}
