import type { Outcome } from '../contract/result.ts'

/** How far items are tested: one is tested once each of its attributes has an outcome, and deviates by one deviation or more. */
export type SheetTally = { drawn: number; tested: number; deviating: number; deviations: number }

/**
 * Counts items of a test sheet.
 * @param items without replaced ones: the outcome of each attribute of the procedure, `null` where it is not tested
 */
export function tally(items: readonly (readonly (Outcome | null)[])[]): SheetTally {
  const found = items.map((outcomes) => outcomes.filter((outcome) => outcome === 'deviation').length)
  return {
    drawn: items.length,
    tested: items.filter((outcomes) => outcomes.length > 0 && !outcomes.includes(null)).length,
    deviating: found.filter((deviations) => deviations > 0).length,
    deviations: found.reduce((sum, deviations) => sum + deviations, 0),
  }
}
