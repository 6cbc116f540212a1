import type { Frequency } from '../contract/control.ts'
import { DomainError } from '../errors/domainError.ts'
import { frequencyWords } from './frequency.ts'
import type { Fraction } from './parameters.ts'
import type { OccurrenceRule, PlainRule, PolicyRule, PolicyRules } from './policy.ts'
import { compareDecimals, type Decimal, toDecimal } from './rate.ts'
import { sampleSize } from './sampleSize.ts'

/** Beyond this no sample is drawn. */
const largestSize = 1_000_000

const frequencies = Object.keys(frequencyWords) as Frequency[]

/**
 * A policy has to give one size for every frequency, count and risk, so it is checked whole before it is kept.
 * @returns the same rules, known to be complete
 * @throws DomainError `policy.invalid_rule` with the place, such as `weekly, moderate`
 */
export function checkPolicyRules(rules: Partial<PolicyRules>): PolicyRules {
  for (const frequency of frequencies) {
    const place = frequencyWords[frequency]
    const rule = rules[frequency]
    if (rule === undefined) throw invalidRule(place, 'it is missing')
    checkRule(rule, place)
  }
  const complete = rules as PolicyRules
  for (const frequency of frequencies) checkNoCircle(complete, frequency, [])
  return complete
}

function checkRule(rule: PolicyRule, place: string): void {
  switch (rule.kind) {
    case 'fixed':
      return checkSize(rule.size, place)
    case 'rangeByRisk':
      return checkRange(rule, place)
    case 'percent':
      return checkPercent(rule, place)
    case 'statistical':
      return checkStatistics(rule, place)
    case 'byOccurrences':
      return checkBands(rule, place)
    case 'all':
    case 'sameAs':
  }
}

function checkSize(size: number, place: string): void {
  if (!Number.isSafeInteger(size) || size < 1 || size > largestSize) {
    throw invalidRule(place, 'sizes are whole, from 1 to 1,000,000')
  }
}

function checkRange(rule: PlainRule & { kind: 'rangeByRisk' }, place: string): void {
  for (const risk of ['low', 'moderate', 'high'] as const) checkSize(rule[risk], `${place}, ${risk}`)
  if (rule.low > rule.moderate) throw invalidRule(`${place}, moderate`, 'it is below the size for a low risk')
  if (rule.moderate > rule.high) throw invalidRule(`${place}, high`, 'it is below the size for a moderate risk')
}

function checkPercent(rule: PlainRule & { kind: 'percent' }, place: string): void {
  const rate = readDecimal(rule.rate, place)
  if (rate.numerator <= 0n || rate.numerator > rate.denominator) {
    throw invalidRule(place, 'a percentage is above 0, at most 100')
  }
  checkSize(rule.minimum, `${place}, at least`)
  checkSize(rule.maximum, `${place}, at most`)
  if (rule.minimum > rule.maximum) throw invalidRule(place, 'the minimum is above the maximum')
}

/** Whether any sample meets the aim is tried out on a population without end, as a short list is examined whole. */
function checkStatistics(rule: PlainRule & { kind: 'statistical' }, place: string): void {
  const { confidence, tolerableRate, expectedRate = 0 } = rule
  const [sure, tolerable, expected] = [confidence, tolerableRate, expectedRate].map((each) => readDecimal(each, place))
  if (!sure || sure.numerator <= 0n || sure.numerator >= sure.denominator) {
    throw invalidRule(place, 'a confidence lies between 0 and 100 %')
  }
  if (!tolerable || tolerable.numerator <= 0n || tolerable.numerator > tolerable.denominator) {
    throw invalidRule(place, 'the tolerable rate is 0 or above 100 %')
  }
  if (!expected || expected.numerator < 0n) throw invalidRule(place, 'the expected rate is below 0')
  if (compareDecimals(expected, tolerable) >= 0) throw invalidRule(place, 'the expected rate is not below tolerable')
  try {
    sampleSize({ model: 'binomial', confidence, tolerableRate, expectedRate })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'sampling.no_size') throw error
    throw invalidRule(place, 'no sample of up to 5,000 items does this')
  }
}

function readDecimal(fraction: Fraction, place: string): Decimal {
  try {
    return toDecimal(fraction, place)
  } catch {
    throw invalidRule(place, 'a rate is a decimal number')
  }
}

function checkBands({ bands }: OccurrenceRule, place: string): void {
  if (bands.length === 0) throw invalidRule(place, 'it has no band')
  for (const [at, { below, rule }] of bands.entries()) {
    const here = `${place}, band ${at + 1}`
    const previous = at === 0 ? 0 : (bands[at - 1]?.below ?? 0)
    if (at === bands.length - 1) {
      if (below !== undefined) throw invalidRule(here, 'the last band covers the rest: no bound')
    } else if (below === undefined) {
      throw invalidRule(here, 'only the last band has no bound')
    } else {
      checkSize(below, here)
      if (below <= previous) throw invalidRule(here, 'its bound is not above the one before')
    }
    checkRule(rule, here)
  }
}

function checkNoCircle(rules: PolicyRules, frequency: Frequency, passed: readonly Frequency[]): void {
  const place = frequencyWords[frequency]
  if (passed.includes(frequency)) throw invalidRule(place, 'it refers to itself, if by way of others')
  for (const next of referredBy(rules[frequency])) checkNoCircle(rules, next, [...passed, frequency])
}

function referredBy(rule: PolicyRule): Set<Frequency> {
  const rules = rule.kind === 'byOccurrences' ? rule.bands.map((band) => band.rule) : [rule]
  return new Set(rules.flatMap((each) => (each.kind === 'sameAs' ? [each.frequency] : [])))
}

/** The problem fits into a sentence: what is longer is cut. */
const invalidRule = (place: string, problem: string) => new DomainError('policy.invalid_rule', { place, problem })
