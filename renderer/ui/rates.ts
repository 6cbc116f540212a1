import { limitText, rateText } from '../../shared/sampling/figureText.ts'

/** @returns a rate as a percentage with one decimal */
export const rateWords: (rate: number) => string = rateText

/** @returns an upper limit as a percentage with one decimal, rounded up as the published tables do */
export const upperLimitWords: (rate: number) => string = limitText
