/** @returns the ids that a cell lists, once each in its order: between them a semicolon, comma, bar or space; CC6.1 in capitals */
export function readCriteria(text: string): string[] {
  return [...new Set(text.split(/[;,|\s]+/).filter((id) => id !== ''))].map((id) => id.toUpperCase())
}
