import { type ItemOutcome, itemOutcomes } from '../../../db/sample/items.ts'
import { stratumSizes } from '../../../db/sample/drawable.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import type { Evaluation, EvaluationBasis } from '../../../shared/contract/evaluation.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { sampleFigures } from '../../../shared/sample/figures.ts'
import { loadProcedure } from '../procedure/load.ts'
import { loadSample } from './load.ts'
import { windowOf } from './source.ts'

type Params = CheckedParamsOf<'sample.evaluate'>

/** What a plan that names neither is evaluated at. */
const usualAim = { confidence: 0.9, tolerableRate: 0.1 }

/**
 * The figures of a sample: of one attribute, or of the items by the worst of all attributes of one control.
 * @throws DomainError as the contract of `sample.evaluate` lists
 */
export function evaluateSample(params: Params, reader: Reader): Evaluation {
  const { sampleId, procedureId, attribute } = params
  const sample = loadSample(reader, sampleId)
  if (procedureId !== undefined && loadProcedure(reader, procedureId).sampleId !== sampleId) {
    throw new DomainError('procedure.not_found', { procedureId })
  }
  const controlId = procedureId === undefined ? controlOf(reader, sample, params.controlId) : undefined
  const cells = itemOutcomes(reader, { sampleId, controlId, procedureId, attribute })
  if (attribute !== undefined && cells.some((cell) => cell.attribute === null)) {
    throw new DomainError('result.unknown_attribute', { attribute })
  }
  const basis = { ...basisOf(reader, sample), ...aimOf(sample, params) }
  return {
    ...sampleFigures(basis, cells),
    attributes: attribute === undefined ? byAttribute(reader, basis, cells) : [],
  }
}

/** @returns what the figures of a sample rest on besides its results; @throws DomainError `sample.not_found` */
export function evaluationBasis(sampleId: string, reader: Reader): EvaluationBasis {
  return basisOf(reader, loadSample(reader, sampleId))
}

export function basisOf(reader: Reader, sample: EntityRow<'sample'>): EvaluationBasis {
  const { method, populationSize, populationId, stratifyBy, extensions } = sample
  return {
    method,
    populationSize,
    ...aimOf(sample, {}),
    strata:
      stratifyBy === 'column'
        ? stratumSizes(reader, populationId, windowOf(sample)).map(({ stratum, items }) => ({ name: stratum, items }))
        : null,
    extensions: extensions.filter(({ replaces }) => replaces !== true).map(({ by }) => by),
  }
}

/** @returns the confidence and the tolerable rate that were asked for, else those of the plan */
export function aimOf(
  { plan }: EntityRow<'sample'>,
  { confidence, tolerableRate }: Pick<Params, 'confidence' | 'tolerableRate'>,
): { confidence: number; tolerableRate: number } {
  return {
    confidence: confidence ?? plan.confidence ?? usualAim.confidence,
    tolerableRate: tolerableRate ?? plan.tolerableRate ?? usualAim.tolerableRate,
  }
}

function controlOf(reader: Reader, sample: EntityRow<'sample'>, controlId = sample.controlId): string {
  const isShared = () => reader.get('sampleControl', `${sample.id}:${controlId}`) !== undefined
  if (controlId !== sample.controlId && !isShared()) throw new DomainError('sample.not_shared')
  return controlId
}

function byAttribute(reader: Reader, basis: EvaluationBasis, cells: readonly ItemOutcome[]): Evaluation['attributes'] {
  const columns = Map.groupBy(cells, ({ procedureId, attribute }) => `${procedureId}:${attribute}`)
  return [...columns].flatMap(([id, own]) => {
    const attribute = own[0]?.attribute == null ? undefined : reader.get('attribute', id)
    if (attribute === undefined) return []
    const { ruleConfidence: _ofTheSample, ...figures } = sampleFigures(basis, own)
    const { procedureId, letter, text } = attribute
    return { procedureId, controlId: loadProcedure(reader, procedureId).controlId, letter, text, ...figures }
  })
}
