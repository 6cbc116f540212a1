import type { Frequency } from '../contract/control.ts'
import type { Risk } from '../contract/sampling.ts'
import { frequencyWords, readFrequency } from './frequency.ts'
import { checkCount, invalid } from './parameters.ts'
import type { OccurrenceRule, PlainRule, SamplingPolicy } from './policy.ts'
import { ceilOf, toDecimal } from './rate.ts'
import { sampleSize } from './sampleSize.ts'
import { countText, fractionText } from './figureText.ts'

export type PolicySize = {
  sampleSize: number
  policy: { name: string; version: string }
  /** Which rule applied and why it gives this size, in words for the workpaper. */
  rule: string
}

/**
 * Sample size by the firm's policy. Frequency is how often the control runs, not how many transactions there are;
 * `populationSize` counts its occurrences in the period.
 * @throws DomainError `sampling.invalid_parameter`; `sampling.no_size` from a statistical rule
 */
export function policySize({
  policy,
  frequency,
  populationSize,
  risk,
}: {
  policy: SamplingPolicy
  frequency: string
  populationSize: number
  risk: Risk
}): PolicySize {
  checkCount(populationSize, 'populationSize')
  const known = readFrequency(frequency)
  const { name, version } = policy
  const answer = (size: number, rule: string) => ({ sampleSize: size, policy: { name, version }, rule })
  if (populationSize === 0) return answer(0, 'The control did not occur in the period: there is nothing to select.')
  const { size, words } = applied(policy, known, populationSize, risk)
  const rule = `${capitalised(frequencyWords[known])}${words}`
  if (size <= populationSize) return answer(size, `${rule}.`)
  return answer(populationSize, `${rule}; the population holds only ${countText(populationSize)}, so all of it.`)
}

type Sized = { size: number; words: string }

function applied(policy: SamplingPolicy, frequency: Frequency, populationSize: number, risk: Risk): Sized {
  const rule = policy.rules[frequency]
  if (rule.kind !== 'byOccurrences') return sized(rule, populationSize, risk)
  const { size, words } = sized(bandRule(policy, rule, populationSize), populationSize, risk)
  return { size, words: `, ${countText(populationSize)} in the period${bandWords(rule, populationSize)}${words}` }
}

function bandOf(rule: OccurrenceRule, occurrences: number) {
  const band = rule.bands.find(({ below = Infinity }) => occurrences < below)
  if (band === undefined) throw invalid('policy', `it has no rule for ${occurrences} occurrences`)
  return band
}

function bandRule(policy: SamplingPolicy, rule: OccurrenceRule, occurrences: number): PlainRule {
  const { rule: own } = bandOf(rule, occurrences)
  if (own.kind !== 'sameAs') return own
  const other = policy.rules[own.frequency]
  if (other.kind === 'byOccurrences') throw invalid('policy', 'a rule refers to another rule by occurrences')
  return other
}

function bandWords(rule: OccurrenceRule, occurrences: number): string {
  const { below, rule: own } = bandOf(rule, occurrences)
  const bound = below === undefined ? '' : ` (fewer than ${countText(below)})`
  return own.kind === 'sameAs' ? `${bound}: as ${frequencyWords[own.frequency]}` : bound
}

function sized(rule: PlainRule, populationSize: number, risk: Risk): Sized {
  switch (rule.kind) {
    case 'fixed':
      return { size: rule.size, words: `: ${countText(rule.size)}${rule.per === undefined ? '' : ` per ${rule.per}`}` }
    case 'rangeByRisk':
      return {
        size: rule[risk],
        words: `, ${risk} risk: ${rule[risk]} (low ${rule.low}, moderate ${rule.moderate}, high ${rule.high})`,
      }
    case 'percent': {
      const part = ceilOf(toDecimal(rule.rate, 'policy'), populationSize)
      const size = Math.min(Math.max(part, rule.minimum), rule.maximum)
      const words = `: ${fractionText(rule.rate)} rounded up, at least ${rule.minimum} and at most ${rule.maximum}: ${size}`
      return { size, words }
    }
    case 'all':
      return { size: populationSize, words: ': all' }
    case 'statistical': {
      const { confidence, tolerableRate, expectedRate = 0 } = rule
      const plan = sampleSize({ model: 'hypergeometric', confidence, tolerableRate, expectedRate, populationSize })
      const words = `: ${countText(plan.sampleSize)} for ${fractionText(confidence)} confidence, a tolerable rate of ${fractionText(tolerableRate)} and an expected rate of ${fractionText(expectedRate)}`
      return { size: plan.sampleSize, words }
    }
  }
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
