import { countText, fractionText } from './figureText.ts'
import { frequencyWords } from './frequency.ts'
import type { PolicyRule } from './policy.ts'

/** @returns a rule of a policy as it stands in a table: `5 / 8 / 15`, `10 %, at least 5 and at most 25` */
export function ruleWords(rule: PolicyRule): string {
  switch (rule.kind) {
    case 'fixed':
      return rule.per === undefined ? countText(rule.size) : `${countText(rule.size)} per ${rule.per}`
    case 'rangeByRisk':
      return [rule.low, rule.moderate, rule.high].map(countText).join(' / ')
    case 'percent':
      return `${fractionText(rule.rate)}, at least ${countText(rule.minimum)} and at most ${countText(rule.maximum)}`
    case 'all':
      return 'all'
    case 'statistical':
      return `by statistics: confidence ${fractionText(rule.confidence)}, tolerable ${fractionText(rule.tolerableRate)}, expected ${fractionText(rule.expectedRate ?? 0)}`
    case 'sameAs':
      return `as ${frequencyWords[rule.frequency]}`
    case 'byOccurrences':
      return rule.bands.map((band) => `${boundWords(band.below)}: ${ruleWords(band.rule)}`).join('; ')
  }
}

/** @returns how the band of a rule by occurrences is called: `fewer than 250`, or `otherwise` for the last one */
export function boundWords(below: number | undefined): string {
  return below === undefined ? 'otherwise' : `fewer than ${countText(below)}`
}
