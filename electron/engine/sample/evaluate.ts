import { itemOutcomes } from '../../../db/sample/items.ts'
import { stratumSizes } from '../../../db/sample/drawable.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Evaluation } from '../../../shared/contract/sample.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { countFindings, type ExaminedItem, examineItems } from '../../../shared/sample/examine.ts'
import { withoutValue } from '../../../shared/sample/strata.ts'
import { evaluate } from '../../../shared/sampling/evaluation.ts'
import { extensionRule, ruleConfidence } from '../../../shared/sampling/ruleConfidence.ts'
import type { FiniteSample } from '../../../shared/sampling/upperLimit.ts'
import { loadProcedure } from '../procedure/load.ts'
import { loadSample } from './load.ts'
import { windowOf } from './source.ts'

type Params = CheckedParamsOf<'sample.evaluate'>

/** What a sample is judged by whose plan names neither. */
const usual = { confidence: 0.9, tolerableRate: 0.1 }

/**
 * The figures of a sample: of one attribute, or of the items by the worst of all attributes.
 * @throws DomainError `sample.not_found`, `procedure.not_found`, `result.unknown_attribute`
 */
export function evaluateSample(params: Params, reader: Reader): Evaluation {
  const { sampleId, procedureId, attribute } = params
  const sample = loadSample(reader, sampleId)
  const confidence = params.confidence ?? sample.plan.confidence ?? usual.confidence
  const tolerableRate = params.tolerableRate ?? sample.plan.tolerableRate ?? usual.tolerableRate
  if (procedureId !== undefined && loadProcedure(reader, procedureId).sampleId !== sampleId) {
    throw new DomainError('procedure.not_found', { procedureId })
  }
  const cells = itemOutcomes(reader, { sampleId, procedureId, attribute })
  if (attribute !== undefined && cells.some((cell) => cell.attribute === null)) {
    throw new DomainError('result.unknown_attribute', { attribute })
  }
  const items = examineItems(cells)
  const findings = countFindings(items)
  const figures = evaluate({
    method: sample.method,
    examined: findings.examined,
    deviations: findings.deviations,
    untested: findings.untested,
    populationSize: sample.populationSize,
    confidence,
    tolerableRate,
    strata: strataThatDiffer(reader, sample, items),
  })
  return {
    ...findings,
    ...figures,
    confidence,
    tolerableRate,
    ruleConfidence: confidenceOfRule(sample, findings.drawn, tolerableRate),
  }
}

/** Months and quarters serve coverage and are evaluated as one; systems, sites or teams may differ, so their bounds are combined. */
function strataThatDiffer(
  reader: Reader,
  sample: EntityRow<'sample'>,
  items: readonly ExaminedItem[],
): FiniteSample[] | undefined {
  if (sample.stratifyBy !== 'column') return undefined
  const groups = Map.groupBy(items, ({ stratum }) => stratum)
  return stratumSizes(reader, sample.populationId, windowOf(sample)).map(({ stratum, items: populationSize }) => {
    const { examined, deviations } = countFindings(groups.get(stratum ?? withoutValue) ?? [])
    return { populationSize, sampleSize: examined, deviations }
  })
}

/** The enumeration of a rule goes so far. */
const mostItemsOfARule = 10_000

/** Once a sample was extended, the figure that counts is that of the whole rule. */
function confidenceOfRule({ extensions }: EntityRow<'sample'>, drawn: number, tolerableRate: number): number | null {
  if (extensions.length === 0 || drawn > mostItemsOfARule) return null
  const added = extensions.map(({ by }) => by)
  const first = drawn - added.reduce((sum, by) => sum + by, 0)
  return ruleConfidence({ tolerableRate, stages: extensionRule([first, ...added]) })
}
