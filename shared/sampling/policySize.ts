import type { Frequency } from '../contract/control.ts'
import type { Risk } from '../contract/sampling.ts'
import { DomainError } from '../errors/domainError.ts'
import { frequencyWords, readFrequency } from './frequency.ts'
import { checkCount, invalid } from './parameters.ts'
import type { OccurrenceRule, PlainRule, SameRule, SamplingPolicy } from './policy.ts'
import { ceilOf, toDecimal } from './rate.ts'
import { largestPlannedSample, sampleSize } from './sampleSize.ts'
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
 * @throws DomainError `sampling.invalid_parameter`; `sampling.no_size` from a statistical rule that no sample meets
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
  const { rule, words } = plainRule(policy, frequency, populationSize)
  const own = sized(rule, populationSize, risk)
  return { size: own.size, words: `${words}${own.words}` }
}

/** Follows bands and references to a rule that gives a size by itself, and says the way there. */
function plainRule(
  policy: SamplingPolicy,
  frequency: Frequency,
  occurrences: number,
  passed: readonly Frequency[] = [],
): { rule: PlainRule; words: string } {
  if (passed.includes(frequency)) throw invalid('policy', 'its rules refer to each other in a circle')
  const rule = policy.rules[frequency]
  if (rule.kind !== 'byOccurrences' && rule.kind !== 'sameAs') return { rule, words: '' }
  const { own, words } = rule.kind === 'sameAs' ? { own: rule, words: ',' } : bandFor(rule, occurrences)
  if (own.kind !== 'sameAs') return { rule: own, words }
  const other = plainRule(policy, own.frequency, occurrences, [...passed, frequency])
  const colon = rule.kind === 'byOccurrences' ? ':' : ''
  return { rule: other.rule, words: `${words}${colon} as ${frequencyWords[own.frequency]}${other.words}` }
}

function bandFor(rule: OccurrenceRule, occurrences: number): { own: PlainRule | SameRule; words: string } {
  const band = rule.bands.find(({ below = Infinity }) => occurrences < below)
  if (band === undefined) throw invalid('policy', `it has no rule for ${occurrences} occurrences`)
  const bound = band.below === undefined ? '' : ` (fewer than ${countText(band.below)})`
  return { own: band.rule, words: `, ${countText(occurrences)} in the period${bound}` }
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
    case 'statistical':
      return statisticalSize(rule, populationSize)
  }
}

/** A list so short that no sample of it gives the confidence is examined whole. */
function statisticalSize(rule: PlainRule & { kind: 'statistical' }, populationSize: number): Sized {
  const { confidence, tolerableRate, expectedRate = 0 } = rule
  const aim = `${fractionText(confidence)} confidence, a tolerable rate of ${fractionText(tolerableRate)} and an expected rate of ${fractionText(expectedRate)}`
  try {
    const plan = sampleSize({ model: 'hypergeometric', confidence, tolerableRate, expectedRate, populationSize })
    return { size: plan.sampleSize, words: `: ${countText(plan.sampleSize)} for ${aim}` }
  } catch (error) {
    const tooShort = error instanceof DomainError && error.code === 'sampling.no_size'
    if (!tooShort || populationSize > largestPlannedSample) throw error
    return { size: populationSize, words: `: all, as no smaller sample gives ${aim}` }
  }
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
