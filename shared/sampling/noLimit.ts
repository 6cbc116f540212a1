import { DomainError } from '../errors/domainError.ts'
import type { Examination } from './examination.ts'
import { countOf, countText, fractionText } from './figureText.ts'
import { readRate } from './parameters.ts'
import { largestPlannedSample, sampleSize } from './sampleSize.ts'
import { isSupported } from './upperLimit.ts'

/**
 * Why a sample gets no upper limit and no confidence: it is no random sample, it is not complete, or it is smaller than
 * the statistical minimum, so that its size rests on judgement.
 * @returns a sentence, or `null` if there is a limit
 */
export function noLimitReason(examination: Examination): string | null {
  const { method, examined, untested } = examination
  if (examined === 0) return untested === 0 ? 'No item of the sample was applicable.' : 'Nothing has been examined yet.'
  if (method === 'targeted') return 'The items were selected on purpose, so they do not stand for the population.'
  if (method === 'haphazard') return 'The items were not selected at random, so they do not stand for the population.'
  if (method === 'all') {
    return untested === 0 ? null : `Every item is to be examined; still untested: ${countText(untested)}.`
  }
  return tooSmall(examination)
}

/** The statistical minimum is the size that supports the tolerable rate when nothing deviates. */
function tooSmall({ examined, untested, populationSize, confidence, tolerableRate }: Examination): string | null {
  const size = examined + untested
  if (size === populationSize) return null
  const model = populationSize === null ? 'binomial' : 'hypergeometric'
  const population = populationSize ?? undefined
  const best = { model, confidence, sampleSize: size, deviations: 0, populationSize: population } as const
  if (isSupported(best, tolerableRate)) return null
  const aim = `a tolerable rate of ${fractionText(tolerableRate)} at ${fractionText(confidence)} confidence`
  const minimum = statisticalMinimum({ populationSize, confidence, tolerableRate })
  const needed =
    minimum === null
      ? `no sample of up to ${countText(largestPlannedSample)} items supports ${aim}`
      : `even without a deviation it takes ${countOf(minimum, 'item')} to support ${aim}`
  return `A sample of ${countText(size)} is below the statistical minimum: ${needed}. Its size rests on judgement.`
}

/**
 * @returns the smallest sample that supports the tolerable rate if nothing deviates (discovery sampling); `null` if there
 * is none
 */
export function statisticalMinimum({
  populationSize,
  confidence,
  tolerableRate,
}: Pick<Examination, 'populationSize' | 'confidence' | 'tolerableRate'>): number | null {
  if (readRate(tolerableRate, 'tolerableRate').numerator === 0n) return null
  const model = populationSize === null ? 'binomial' : 'hypergeometric'
  try {
    return sampleSize({ model, confidence, tolerableRate, populationSize: populationSize ?? undefined }).sampleSize
  } catch (error) {
    if (error instanceof DomainError && error.code === 'sampling.no_size') return null
    throw error
  }
}
