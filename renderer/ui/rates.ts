import { limitText } from '../../shared/sampling/figureText.ts'

/** @returns a rate as a percentage with one decimal */
export function rateWords(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`
}

/** @returns an upper limit as a percentage with one decimal, rounded up as the published tables do */
export const upperLimitWords: (rate: number) => string = limitText
