import type { Frequency } from '../../../shared/contract/control.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'
import type { OccurrenceBand, PlainRule, PolicyRule } from '../../../shared/sampling/policy.ts'
import { choicesOf } from '../../controls/controlWords.ts'

/** The frequencies in the order of a policy's table. */
export const policyFrequencies: { value: Frequency; label: string }[] = choicesOf(frequencyWords)

/** The kinds of rule that give a size by themselves. */
export const plainKindWords: Record<PlainRule['kind'], string> = {
  fixed: 'Fixed number',
  rangeByRisk: 'By risk',
  percent: 'Percentage',
  all: 'All items',
  statistical: 'By statistics',
}

export const bandKindWords = { ...plainKindWords, sameAs: 'As another frequency' } as const
export const ruleKindWords = { ...bandKindWords, byOccurrences: 'By occurrences' } as const

/** @returns a rule of another kind to start from, with what fits of the one before */
export function ruleOfKind(kind: PolicyRule['kind'], before: PolicyRule): PolicyRule {
  if (kind !== 'byOccurrences') return kind === before.kind ? before : bandRuleOfKind(kind, sizeOf(before))
  if (before.kind === 'byOccurrences') return before
  return { kind, bands: [{ below: 5, rule: { kind: 'all' } }, { rule: before }] }
}

function sizeOf(rule: PolicyRule): number {
  if (rule.kind === 'fixed') return rule.size
  return rule.kind === 'rangeByRisk' ? rule.moderate : 5
}

/** @returns a rule that a band can hold, to start from */
export function bandRuleOfKind(kind: keyof typeof bandKindWords, size: number): OccurrenceBand['rule'] {
  switch (kind) {
    case 'fixed':
      return { kind, size }
    case 'rangeByRisk':
      return { kind, low: size, moderate: size, high: size }
    case 'percent':
      return { kind, rate: 0.1, minimum: size, maximum: Math.max(25, size) }
    case 'all':
      return { kind }
    case 'statistical':
      return { kind, confidence: 0.9, tolerableRate: 0.1, expectedRate: 0 }
    case 'sameAs':
      return { kind, frequency: 'multiple_daily' }
  }
}
