import type { EvaluationBasis } from '../contract/evaluation.ts'
import { type EvaluationFigures, evaluate } from '../sampling/evaluation.ts'
import { extensionRule, ruleConfidence } from '../sampling/ruleConfidence.ts'
import type { FiniteSample } from '../sampling/upperLimit.ts'
import { countFindings, type ExaminedCell, type ExaminedItem, examineItems, type Findings } from './examine.ts'
import { withoutValue } from './strata.ts'

export type SampleFigures = Findings &
  EvaluationFigures & {
    confidence: number
    tolerableRate: number
    /** Confidence of the whole rule once the sample was extended. */
    ruleConfidence: number | null
  }

/**
 * The figures of a sample from the cells of its test sheets: an item counts by the worst of its cells. The same function
 * answers in the engine and under the hand of whoever tests.
 * @param cells of one attribute or of all, each item of the sample at least once
 */
export function sampleFigures(basis: EvaluationBasis, cells: readonly ExaminedCell[]): SampleFigures {
  const items = examineItems(cells)
  const findings = countFindings(items)
  const { examined, deviations, untested, drawn } = findings
  const { method, populationSize, confidence, tolerableRate } = basis
  const strata = basis.strata === null ? undefined : examinedStrata(basis.strata, items)
  return {
    ...findings,
    ...evaluate({ method, examined, deviations, untested, populationSize, confidence, tolerableRate, strata }),
    confidence,
    tolerableRate,
    ruleConfidence: confidenceOfRule(basis, drawn),
  }
}

/** @returns what was found in each stratum */
export function examinedStrata(
  strata: NonNullable<EvaluationBasis['strata']>,
  items: readonly ExaminedItem[],
): FiniteSample[] {
  const groups = Map.groupBy(items, ({ stratum }) => stratum)
  return strata.map(({ name, items: populationSize }) => {
    const { examined, deviations } = countFindings(groups.get(name ?? withoutValue) ?? [])
    return { populationSize, sampleSize: examined, deviations }
  })
}

/** The enumeration of a rule goes so far. */
const mostItemsOfARule = 10_000

/** Once a sample was extended, the figure that counts is that of the whole rule. */
function confidenceOfRule({ extensions, tolerableRate }: EvaluationBasis, drawn: number): number | null {
  if (extensions.length === 0 || drawn > mostItemsOfARule) return null
  const first = drawn - extensions.reduce((sum, by) => sum + by, 0)
  return ruleConfidence({ tolerableRate, stages: extensionRule([first, ...extensions]) })
}
