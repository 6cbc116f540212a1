import type { Outcome } from '../contract/result.ts'

/** One cell of the test sheets of a sample; an item without any sheet comes once, without attribute. */
export type ExaminedCell = {
  sampleItemId: string
  stratum: string | null
  attribute: string | null
  outcome: Outcome | null
}

/** What an item came to over all of its cells. */
export type ExaminedItem = { stratum: string | null; finding: Outcome | 'untested' }

/** Items by what they came to. Examined are those that passed or deviated: not applicable does not count. */
export type Findings = { drawn: number; examined: number; notApplicable: number; untested: number; deviations: number }

/**
 * Each item by the worst of its cells: one deviation makes it deviate, whatever is still untested; else a cell without
 * outcome leaves it untested; it is not applicable when every cell is.
 */
export function examineItems(cells: readonly ExaminedCell[]): ExaminedItem[] {
  const items = Map.groupBy(cells, ({ sampleItemId }) => sampleItemId)
  return [...items.values()].map((own) => ({ stratum: own[0]?.stratum ?? null, finding: worst(own) }))
}

function worst(cells: readonly ExaminedCell[]): ExaminedItem['finding'] {
  const has = (outcome: Outcome | null) => cells.some((cell) => cell.outcome === outcome)
  if (has('deviation')) return 'deviation'
  if (has(null)) return 'untested'
  return has('pass') ? 'pass' : 'not_applicable'
}

/** @returns the items counted by what they came to */
export function countFindings(items: readonly ExaminedItem[]): Findings {
  const number = (finding: ExaminedItem['finding']) => items.filter((item) => item.finding === finding).length
  const deviations = number('deviation')
  return {
    drawn: items.length,
    examined: number('pass') + deviations,
    notApplicable: number('not_applicable'),
    untested: number('untested'),
    deviations,
  }
}
