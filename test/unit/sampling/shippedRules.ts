import { readFileSync } from 'node:fs'
import type { PolicyRule, PolicyRules, SamplingPolicy } from '../../../shared/sampling/policy.ts'
import type { Frequency } from '../../../shared/contract/control.ts'

/** The policy that comes with the program. */
export const shipped = JSON.parse(
  readFileSync(new URL('../../../resources/policies/default-policy.json', import.meta.url), 'utf8'),
) as SamplingPolicy

/** @returns the shipped rules with one of them replaced */
export function rulesWith(frequency: Frequency, rule: PolicyRule): PolicyRules {
  return { ...shipped.rules, [frequency]: rule }
}
