import { type Examination, isFullCount } from './examination.ts'
import { countOf, countText, fractionText, limitText, rateText } from './figureText.ts'
import type { UpperLimit } from './upperLimit.ts'

type Finding = { limit: UpperLimit | null; noLimitBecause: string | null; supported: boolean | null }

/**
 * The sentence that goes into the workpaper. Where nothing deviated it says that none were noted, never that there are
 * none.
 */
export function evaluationSentence(examination: Examination, finding: Finding): string {
  if (examination.examined === 0) return finding.noLimitBecause ?? ''
  return [examinedPart(examination), untestedPart(examination), limitPart(examination, finding)]
    .filter(Boolean)
    .join(' ')
}

function examinedPart(examination: Examination): string {
  const { examined, deviations, populationSize } = examination
  const noted =
    deviations === 0
      ? 'no deviations noted'
      : `${countOf(deviations, 'deviation')} noted (${rateText(deviations, examined)})`
  const were = examined === 1 ? 'was' : 'were'
  if (isFullCount(examination)) return `All ${countOf(examined, 'applicable item')} ${were} examined; ${noted}.`
  if (populationSize === null) return `${countOf(examined, 'item')} ${were} examined; ${noted}.`
  return `${countText(examined)} of ${countOf(populationSize, 'item')} ${were} examined; ${noted}.`
}

function untestedPart({ untested }: Examination): string {
  if (untested === 0) return ''
  return `${countOf(untested, 'item')} of the sample ${untested === 1 ? 'is' : 'are'} still untested.`
}

function limitPart(examination: Examination, { limit, noLimitBecause, supported }: Finding): string {
  const { confidence, tolerableRate } = examination
  if (limit === null) return `No upper limit is given. ${noLimitBecause ?? ''}`
  const verdict = `${supported ? 'supports' : 'does not support'} the tolerable rate of ${fractionText(tolerableRate)}`
  if (isFullCount(examination)) return `Nothing was left out, so there is no sampling risk; this ${verdict}.`
  const items =
    limit.deviatingItems === undefined ? '' : ` (${countOf(limit.deviatingItems, 'item')} of the population)`
  return `With ${fractionText(confidence)} confidence the deviation rate is at most ${limitText(limit.upperLimit)}${items}, which ${verdict}.`
}
