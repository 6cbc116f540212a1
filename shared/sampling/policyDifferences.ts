import type { Frequency } from '../contract/control.ts'
import { countText } from './figureText.ts'
import { frequencyWords } from './frequency.ts'
import type { OccurrenceRule, PolicyRule, PolicyRules } from './policy.ts'
import { boundWords, ruleWords } from './ruleWords.ts'

type Named = { name: string; rules: PolicyRules }

/**
 * What changed from one version of a policy to another, for a person to read: `Weekly, moderate: 8 → 10`.
 * @returns a line for each difference, in the order of the frequencies; none where both say the same
 */
export function policyDifferences(before: Named, after: Named): string[] {
  const name = before.name === after.name ? [] : [`Name: ${before.name} → ${after.name}`]
  const frequencies = Object.keys(frequencyWords) as Frequency[]
  return [
    ...name,
    ...frequencies.flatMap((frequency) => {
      const words = frequencyWords[frequency]
      const place = words.charAt(0).toUpperCase() + words.slice(1)
      return ruleDifferences(place, before.rules[frequency], after.rules[frequency])
    }),
  ]
}

function ruleDifferences(place: string, before: PolicyRule, after: PolicyRule): string[] {
  if (before.kind === 'rangeByRisk' && after.kind === 'rangeByRisk') {
    return (['low', 'moderate', 'high'] as const).flatMap((risk) =>
      difference(`${place}, ${risk}`, countText(before[risk]), countText(after[risk])),
    )
  }
  if (before.kind === 'byOccurrences' && after.kind === 'byOccurrences') return bandDifferences(place, before, after)
  return difference(place, wordsOf(before), wordsOf(after))
}

/** Bands are the same where their bound is: one between two others that is gone or new is named as such. */
function bandDifferences(place: string, before: OccurrenceRule, after: OccurrenceRule): string[] {
  const rulesBefore = new Map(before.bands.map(({ below, rule }) => [boundWords(below), rule]))
  const rulesAfter = new Map(after.bands.map(({ below, rule }) => [boundWords(below), rule]))
  return [...new Set([...rulesBefore.keys(), ...rulesAfter.keys()])].flatMap((bound) => {
    const [was, is] = [rulesBefore.get(bound), rulesAfter.get(bound)]
    if (was !== undefined && is !== undefined) return ruleDifferences(`${place}, ${bound}`, was, is)
    return difference(`${place}, ${bound}`, was ? wordsOf(was) : 'no band', is ? wordsOf(is) : 'no band')
  })
}

const wordsOf = (rule: PolicyRule) => (rule.kind === 'rangeByRisk' ? `${ruleWords(rule)} by risk` : ruleWords(rule))

const difference = (place: string, was: string, is: string) => (was === is ? [] : [`${place}: ${was} → ${is}`])
