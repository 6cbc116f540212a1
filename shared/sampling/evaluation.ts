import { evaluationSentence } from './evaluationSentence.ts'
import { type Examination, isFullCount } from './examination.ts'
import { noLimitReason } from './noLimit.ts'
import { readRate } from './parameters.ts'
import { ceilOf } from './rate.ts'
import { isSupported, type UpperLimit, upperLimit } from './upperLimit.ts'
import { upperLimitStratified } from './upperLimitStratified.ts'

export type EvaluationFigures = {
  /** Deviations per item examined; `null` while nothing is. */
  rate: number | null
  upperLimit: number | null
  /** The limit as a number of items, for a population of known size. */
  deviatingItems: number | null
  /** Why there is no limit, as a sentence. */
  noLimitBecause: string | null
  /** The limit if the next item examined deviates; `null` without a limit or without a next item. */
  upperLimitIfNextFails: number | null
  /** Whether the sample so far supports the tolerable rate; `null` without a limit. */
  supported: boolean | null
  /** The plain sentence for the workpaper. */
  sentence: string
}

/**
 * The live figures of a test: rate, upper limit under the model that fits, or the reason in words for none.
 * @throws DomainError `sampling.deviations_exceed_sample`, `sampling.size_exceeds_population`,
 * `sampling.invalid_parameter`
 */
export function evaluate(examination: Examination): EvaluationFigures {
  const { examined, deviations } = examination
  const rate = examined === 0 ? null : deviations / examined
  const noLimitBecause = noLimitReason(examination)
  const limit = noLimitBecause === null ? limitOf(examination) : null
  const supported = limit === null ? null : isTolerable(examination, limit)
  return {
    rate,
    upperLimit: limit?.upperLimit ?? null,
    deviatingItems: limit?.deviatingItems ?? null,
    noLimitBecause,
    upperLimitIfNextFails: limit === null ? null : limitIfNextFails(examination),
    supported,
    sentence: evaluationSentence(examination, { limit, noLimitBecause, supported }),
  }
}

function limitOf(examination: Examination): UpperLimit {
  const { strata, confidence } = examination
  return strata === undefined ? upperLimit(asSample(examination)) : upperLimitStratified({ confidence, strata })
}

function isTolerable(examination: Examination, { deviatingItems }: UpperLimit): boolean {
  const { strata, tolerableRate } = examination
  if (strata === undefined || deviatingItems === undefined) return isSupported(asSample(examination), tolerableRate)
  const total = strata.reduce((sum, { populationSize }) => sum + populationSize, 0)
  return deviatingItems < ceilOf(readRate(tolerableRate, 'tolerableRate'), total)
}

/** A full count is one of the items that were applicable, whatever else the list held. */
function asSample({ method, confidence, examined, deviations, populationSize }: Examination) {
  const known = method === 'all' ? examined : populationSize
  if (known === null) return { model: 'binomial', confidence, sampleSize: examined, deviations } as const
  return { model: 'hypergeometric', confidence, sampleSize: examined, deviations, populationSize: known } as const
}

function limitIfNextFails(examination: Examination): number | null {
  const { examined, deviations, confidence, strata } = examination
  if (isFullCount(examination)) return null
  if (strata === undefined) {
    return upperLimit(asSample({ ...examination, examined: examined + 1, deviations: deviations + 1 })).upperLimit
  }
  const limits = strata.flatMap((stratum, place) => {
    if (stratum.sampleSize === stratum.populationSize) return []
    const failed = { ...stratum, sampleSize: stratum.sampleSize + 1, deviations: stratum.deviations + 1 }
    return upperLimitStratified({ confidence, strata: strata.with(place, failed) }).upperLimit
  })
  return limits.length === 0 ? null : Math.max(...limits)
}
