import { countOf, countText, fractionText } from '../sampling/figureText.ts'
import { statisticalMinimum } from '../sampling/noLimit.ts'
import { isSupported, upperLimit } from '../sampling/upperLimit.ts'

/** What the figures of a sample would be if it showed so many deviations. */
export type SupportedLimit = {
  deviations: number
  upperLimit: number
  /** The limit as a number of items. */
  deviatingItems: number
  supported: boolean
}

export type Support = {
  limits: SupportedLimit[]
  /** Why there are no limits, as a sentence. */
  noLimitBecause: string | null
}

type Aim = { size: number; populationSize: number; confidence: number; tolerableRate: number }

/**
 * What a sample of a size would come to with no, one or two deviations. A sample below the statistical minimum gets no
 * figures of confidence: its size rests on judgement, which is said with how many items could deviate unseen.
 */
export function supportOf(aim: Aim): Support {
  const { size, populationSize, confidence, tolerableRate } = aim
  if (populationSize === 0) return { limits: [], noLimitBecause: 'There is nothing to select from.' }
  if (size === 0) return { limits: [], noLimitBecause: 'There is no size yet.' }
  if (size >= populationSize) {
    return { limits: [], noLimitBecause: 'All items are examined, so there is no sampling risk.' }
  }
  const sampleWith = (deviations: number) =>
    ({ model: 'hypergeometric', confidence, sampleSize: size, populationSize, deviations }) as const
  const minimum = statisticalMinimum({ populationSize, confidence, tolerableRate })
  if (minimum === null || size < minimum) {
    const { deviatingItems = 0 } = upperLimit(sampleWith(0))
    return { limits: [], noLimitBecause: judgementReason(aim, deviatingItems) }
  }
  return {
    limits: [0, 1, 2]
      .filter((deviations) => deviations <= size)
      .map((deviations) => {
        const { upperLimit: limit, deviatingItems = 0 } = upperLimit(sampleWith(deviations))
        const supported = isSupported(sampleWith(deviations), tolerableRate)
        return { deviations, upperLimit: limit, deviatingItems, supported }
      }),
    noLimitBecause: null,
  }
}

function judgementReason({ size, populationSize, confidence, tolerableRate }: Aim, deviatingItems: number): string {
  return (
    `${countText(size)} of ${countOf(populationSize, 'item')} rest on judgement: even if none of them deviates, ` +
    `${countText(deviatingItems)} of the ${countText(populationSize)} could deviate unnoticed, so no tolerable rate of ` +
    `${fractionText(tolerableRate)} is supported at ${fractionText(confidence)} confidence.`
  )
}
