import type { Evaluation } from '../../../shared/contract/evaluation.ts'
import { countText, fractionText } from '../../../shared/sampling/figureText.ts'
import { rateWords, upperLimitWords } from '../../ui/rates.ts'

type Figures = Pick<
  Evaluation,
  | 'rate'
  | 'upperLimit'
  | 'deviatingItems'
  | 'upperLimitIfNextFails'
  | 'confidence'
  | 'tolerableRate'
  | 'supported'
  | 'noLimitBecause'
>

/** @returns the deviation rate, once something was examined */
export const rateText = ({ rate }: Pick<Figures, 'rate'>): string => (rate === null ? 'none yet' : rateWords(rate))

/** @returns the upper limit with the number of items that it is of the population; a dash where there is none */
export function limitTextOf({ upperLimit, deviatingItems }: Pick<Figures, 'upperLimit' | 'deviatingItems'>): string {
  if (upperLimit === null) return '–'
  const items = deviatingItems === null ? '' : ` (${countText(deviatingItems)} items)`
  return `${upperLimitWords(upperLimit)}${items}`
}

/** @returns what the limit would be if the next item examined deviates */
export const nextText = ({ upperLimitIfNextFails }: Pick<Figures, 'upperLimitIfNextFails'>): string =>
  upperLimitIfNextFails === null ? '–' : upperLimitWords(upperLimitIfNextFails)

/** @returns whether the plan's tolerable rate is supported, with the plan's figures */
export function verdictText({
  supported,
  confidence,
  tolerableRate,
}: Pick<Figures, 'supported' | 'confidence' | 'tolerableRate'>): string {
  const aim = `${fractionText(tolerableRate)} tolerable at ${fractionText(confidence)} confidence`
  if (supported === null) return aim
  return supported ? `✓ supports ${aim}` : `✗ does not support ${aim}`
}
