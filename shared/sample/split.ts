import { countOf, countText } from '../sampling/figureText.ts'

/** By what the exposure of the two parts of a period is measured. */
export type SplitBasis = 'days' | 'occurrences'

export type SplitSize = {
  interim: number
  rest: number
  /** Why so, as sentences for the workpaper. */
  reason: string
}

/**
 * Splits a sample between the interim part of a period and the part that is rolled forward, by exposure: the remaining
 * part gets its share rounded to the nearest item, one at least, and two where the interim part keeps two itself.
 * A part without an occurrence gets nothing.
 * @param interim exposure of the part that was tested first, in days or occurrences
 * @param rest exposure of the part that remains
 */
export function splitSize({
  size,
  basis,
  interim,
  rest,
}: {
  size: number
  basis: SplitBasis
  interim: number
  rest: number
}): SplitSize {
  const [unit, shares] = [basis === 'days' ? 'day' : 'occurrence', `${countOf(size, 'item')} by exposure`]
  const measured = `${shares}: ${countOf(interim, unit)} until then, ${countOf(rest, unit)} after`
  if (size === 0) return { interim: 0, rest: 0, reason: 'There is nothing to split.' }
  if (rest === 0) {
    return {
      interim: size,
      rest: 0,
      reason: `${measured}. The population holds nothing from the remaining part: extract it again for the roll-forward, or split by days.`,
    }
  }
  if (interim === 0) return { interim: 0, rest: size, reason: `${measured}. Nothing falls into the interim part.` }
  const share = Math.floor((2 * size * rest + interim + rest) / (2 * (interim + rest)))
  const least = Math.min(size, size >= 4 ? 2 : 1, basis === 'occurrences' ? rest : size)
  const later = Math.min(Math.max(share, least), basis === 'occurrences' ? rest : size)
  const raised =
    later > share
      ? ` Its share would be ${countText(share)}; the remaining part is covered by ${countText(later)} at the least.`
      : ''
  return { interim: size - later, rest: later, reason: `${measured}.${raised}` }
}
