import type { Outcome } from '../contract/result.ts'

/** One cell of a test sheet as it is counted; `null` is not tested. */
export type TestedCell = { sampleItemId: string; attribute: string; outcome: Outcome | null }

/** Counts of one attribute. Deviation rates are per attribute, over the items examined: not applicable reduces them. */
export type AttributeTally = {
  letter: string
  pass: number
  deviations: number
  notApplicable: number
  untested: number
  /** pass + deviations */
  examined: number
}

export type SheetTally = {
  attributes: AttributeTally[]
  /** Cells that the sheet asks for, and those with an outcome. */
  cells: { expected: number; recorded: number; deviations: number }
  /** An item is tested once each of its attributes has an outcome; it deviates by one deviation or more. */
  items: { drawn: number; tested: number; deviating: number }
}

/**
 * Counts a test sheet.
 * @param results at most one for each item and attribute; those of other items or attributes are left out
 * @param attributes letters of the procedure
 * @param items ids of the sample items that count, without replaced ones
 */
export function tally(
  results: readonly TestedCell[],
  attributes: readonly string[],
  items: readonly string[],
): SheetTally {
  const outcomes = byItem(results)
  const perAttribute = attributes.map((letter) => tallyAttribute(letter, items, outcomes))
  const tested = items.filter(
    (item) => attributes.length > 0 && attributes.every((letter) => outcomeOf(outcomes, item, letter) !== null),
  )
  const deviating = items.filter((item) =>
    attributes.some((letter) => outcomeOf(outcomes, item, letter) === 'deviation'),
  )
  const expected = items.length * attributes.length
  return {
    attributes: perAttribute,
    cells: {
      expected,
      recorded: expected - sum(perAttribute.map(({ untested }) => untested)),
      deviations: sum(perAttribute.map(({ deviations }) => deviations)),
    },
    items: { drawn: items.length, tested: tested.length, deviating: deviating.length },
  }
}

type OutcomesByItem = Map<string, Map<string, Outcome | null>>

function byItem(results: readonly TestedCell[]): OutcomesByItem {
  const outcomes: OutcomesByItem = new Map()
  for (const { sampleItemId, attribute, outcome } of results) {
    const ofItem = outcomes.get(sampleItemId) ?? new Map<string, Outcome | null>()
    outcomes.set(sampleItemId, ofItem.set(attribute, outcome))
  }
  return outcomes
}

const outcomeOf = (outcomes: OutcomesByItem, item: string, letter: string) => outcomes.get(item)?.get(letter) ?? null

function tallyAttribute(letter: string, items: readonly string[], outcomes: OutcomesByItem): AttributeTally {
  const found = items.map((item) => outcomeOf(outcomes, item, letter))
  const number = (outcome: Outcome | null) => found.filter((each) => each === outcome).length
  const pass = number('pass')
  const deviations = number('deviation')
  return {
    letter,
    pass,
    deviations,
    notApplicable: number('not_applicable'),
    untested: number(null),
    examined: pass + deviations,
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
