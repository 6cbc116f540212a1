import type { Frequency } from '../contract/control.ts'
import type { Risk } from '../contract/sampling.ts'
import type { Fraction } from './parameters.ts'

/**
 * A firm's sampling policy. No standard prescribes sizes, so the policy is the firm's own: named, versioned, and frozen
 * in every plan that used it.
 */
export type SamplingPolicy = { name: string; version: string; rules: PolicyRules }

/** One rule for every frequency. */
export type PolicyRules = Record<Frequency, PolicyRule>

export type PolicyRule = PlainRule | SameRule | OccurrenceRule

/** A rule that gives a size by itself. */
export type PlainRule =
  | { kind: 'fixed'; size: number; per?: string }
  | ({ kind: 'rangeByRisk' } & Record<Risk, number>)
  | { kind: 'percent'; rate: Fraction; minimum: number; maximum: number }
  | { kind: 'all' }
  | { kind: 'statistical'; confidence: Fraction; tolerableRate: Fraction; expectedRate?: Fraction }

/** The rule of another frequency, asked with the same count. */
export type SameRule = { kind: 'sameAs'; frequency: Frequency }

/** By the count of occurrences in the period: the first band that the count is below applies, the last has no bound. */
export type OccurrenceRule = { kind: 'byOccurrences'; bands: readonly OccurrenceBand[] }

export type OccurrenceBand = { below?: number; rule: PlainRule | SameRule }
