/** What a number format makes of a number: a day with or without a time, a time of day, a span of hours, or just a number. */
export type NumberKind = 'date' | 'time' | 'elapsed' | 'number'

/** Formats that have a number and no text (ECMA-376 Part 1, 18.8.30; those of East Asian programs among them). */
const builtInKinds: readonly [first: number, last: number, kind: NumberKind][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 58, 'date'],
]

/** @returns what a built-in format makes of a number */
export function builtInKind(id: number): NumberKind {
  return builtInKinds.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number'
}

/**
 * @param code such as `yyyy-mm-dd`, `[$-409]d-mmm-yy;@` or `0.00" h"`
 * @returns what a format makes of a number: letters within quotes, behind a backslash or in brackets are no fields
 */
export function kindOfCode(code: string): NumberKind {
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./gs, '').split(';')
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'elapsed'
  const fields = first.replaceAll(/\[[^\]]*\]/g, '').replaceAll(/am\/pm|a\/p|general/gi, '')
  const hasTime = /[hs]/i.test(fields)
  if (/[yd]/i.test(fields) || (/m/i.test(fields) && !hasTime)) return 'date'
  return hasTime ? 'time' : 'number'
}
