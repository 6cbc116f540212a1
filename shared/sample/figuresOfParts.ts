import type { EvaluationBasis } from '../contract/evaluation.ts'
import { type EvaluationFigures, evaluate } from '../sampling/evaluation.ts'
import type { FiniteSample } from '../sampling/upperLimit.ts'
import { countFindings, type ExaminedItem, type Findings } from './examine.ts'
import { examinedStrata } from './figures.ts'

/** The sample of one part of the period, such as the interim part, with what was found. */
export type ExaminedPart = { basis: EvaluationBasis; items: readonly ExaminedItem[] }

export type FiguresOfParts = Findings &
  EvaluationFigures & {
    confidence: number
    tolerableRate: number
    /** As one sample, or as strata that differ. */
    combinedAs: 'one' | 'strata'
    /** Why so, as a sentence for the workpaper. */
    combinedBecause: string
  }

/**
 * What several samples of parts of the period show together. Parts that were sampled in proportion to their rows, to
 * within an item, count as one sample; else their exact bounds are combined by Fisher's method.
 * @param parts of days that no two of them share
 */
export function figuresOfParts(parts: readonly ExaminedPart[]): FiguresOfParts {
  const findings = countFindings(parts.flatMap(({ items }) => items))
  const confidence = Math.max(...parts.map(({ basis }) => basis.confidence))
  const tolerableRate = Math.min(...parts.map(({ basis }) => basis.tolerableRate))
  const combinedAs = isProportional(parts) ? 'one' : 'strata'
  const { examined, deviations, untested } = findings
  return {
    ...findings,
    ...evaluate({
      method: methodOf(parts),
      examined,
      deviations,
      untested,
      populationSize: rowsOf(parts),
      confidence,
      tolerableRate,
      strata: combinedAs === 'one' ? undefined : parts.flatMap(strataOfPart),
    }),
    confidence,
    tolerableRate,
    combinedAs,
    combinedBecause:
      combinedAs === 'one'
        ? 'Every part was sampled in proportion to its rows, so the parts are evaluated as one sample.'
        : "The parts were not sampled in proportion to their rows, so their exact bounds are combined by Fisher's method.",
  }
}

const rowsOf = (parts: readonly ExaminedPart[]) => parts.reduce((sum, { basis }) => sum + basis.populationSize, 0)

/** Whether each part has its share of the items by its share of the rows, to within one item; never of strata that differ. */
function isProportional(parts: readonly ExaminedPart[]): boolean {
  if (parts.some(({ basis }) => basis.strata !== null)) return false
  const rows = rowsOf(parts)
  const drawn = parts.reduce((sum, { items }) => sum + items.length, 0)
  return parts.every(
    ({ basis, items }) => Math.abs(items.length * rows - drawn * basis.populationSize) < Math.max(rows, 1),
  )
}

function strataOfPart({ basis, items }: ExaminedPart): FiniteSample[] {
  if (basis.strata !== null) return examinedStrata(basis.strata, items)
  const { examined, deviations } = countFindings(items)
  return [{ populationSize: basis.populationSize, sampleSize: examined, deviations }]
}

/** One part that was selected on purpose keeps the whole from standing for the population. */
function methodOf(parts: readonly ExaminedPart[]): EvaluationBasis['method'] {
  const methods = parts.map(({ basis }) => basis.method)
  if (methods.includes('targeted')) return 'targeted'
  return methods.every((method) => method === 'all') ? 'all' : 'random'
}
