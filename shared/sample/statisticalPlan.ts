import { DomainError } from '../errors/domainError.ts'
import { countOf, countText, fractionText } from '../sampling/figureText.ts'
import { sampleSize } from '../sampling/sampleSize.ts'

/** What a sample shall show, and what is expected of it: a rate, a number of deviations, or nothing that deviates. */
export type StatisticalAim = {
  populationSize: number
  confidence: number
  tolerableRate: number
  expectedRate?: number | undefined
  expectedDeviations?: number | undefined
}

export type StatisticalPlan = {
  /** `null` where no sample of this population does it. */
  sampleSize: number | null
  acceptableDeviations: number | null
  achievedConfidence: number | null
  /** Why this size, or why there is none, as a sentence for the workpaper. */
  reason: string
}

/**
 * The size by statistics for a population of known size (hypergeometric).
 * @throws DomainError `sampling.invalid_parameter` for an expected rate and a number at once
 */
export function statisticalPlan(aim: StatisticalAim): StatisticalPlan {
  const { populationSize, tolerableRate } = aim
  if (populationSize === 0) return none('There is nothing to select from.')
  if (tolerableRate === 0) return none('No sample shows that nothing deviates: that takes an examination of all items.')
  try {
    const planned = sampleSize({ model: 'hypergeometric', ...aim })
    return { ...planned, reason: sizeReason(aim, planned) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'sampling.expected_not_below_tolerable') return none(error.message)
    if (error.code === 'sampling.no_size') return none(noSizeReason(aim))
    throw error
  }
}

const none = (reason: string): StatisticalPlan => ({
  sampleSize: null,
  acceptableDeviations: null,
  achievedConfidence: null,
  reason,
})

type Planned = { sampleSize: number; acceptableDeviations: number; achievedConfidence: number }

function sizeReason(aim: StatisticalAim, planned: Planned): string {
  const { acceptableDeviations: accepted } = planned
  const shows = accepted === 0 ? 'no deviation' : `at most ${countOf(accepted, 'deviation')}`
  return (
    `${countText(planned.sampleSize)} of ${countOf(aim.populationSize, 'item')} support ${aimWords(aim)} as long as the sample ` +
    `shows ${shows}${expectedWords(aim)}. Achieved confidence: ${flooredText(planned.achievedConfidence)}; hypergeometric model.`
  )
}

function noSizeReason(aim: StatisticalAim): string {
  const few =
    aim.populationSize < 5000
      ? `No sample of these ${countOf(aim.populationSize, 'item')}`
      : 'No sample of up to 5,000 items'
  return (
    `${few} supports ${aimWords(aim)}${expectedWords(aim)}. Raise the tolerable rate, lower the confidence, or rest the ` +
    'size on the policy and on judgement.'
  )
}

const aimWords = ({ confidence, tolerableRate }: StatisticalAim) =>
  `a tolerable rate of ${fractionText(tolerableRate)} at ${fractionText(confidence)} confidence`

function expectedWords({ expectedRate, expectedDeviations }: StatisticalAim): string {
  if (expectedDeviations !== undefined) return ` (${countText(expectedDeviations)} expected)`
  return expectedRate === undefined || expectedRate === 0 ? '' : ` (an expected rate of ${fractionText(expectedRate)})`
}

/** A confidence is never rounded up to one that was not achieved: 94.98 % is `94.9 %`. */
function flooredText(confidence: number): string {
  return `${(Math.floor(confidence * 1000 + 1e-9) / 10).toFixed(1)} %`
}
