import type { Aspect, AspectFacts, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import { conclusionProblems } from '../../shared/testing/conclusionProblems.ts'

/** A conclusion as it is being written. */
export type WrittenConclusion = {
  reportType: 'type1' | 'type2'
  aspect: Aspect
  outcome: ConclusionOutcome
  confirmation: string | null
}

/** @returns what speaks against concluding so, in sentences */
export function problemsWith(facts: AspectFacts, conclusion: WrittenConclusion): string[] {
  return conclusionProblems({ ...conclusion, facts }).map(({ message }) => message)
}

/** @returns what an aspect rests on, in one line */
export function factsWords(aspect: Aspect, facts: AspectFacts): string {
  const { procedures, performed, walkthrough, untestedCells, deviations } = facts
  const walked = { suitable: 'walked through', not_suitable: 'the walkthrough found it not suitable' } as const
  return [
    aspect === 'operation' ? [] : walkthrough === null ? 'no walkthrough' : walked[walkthrough],
    procedures === 0 ? 'no procedure' : `${performed} of ${procedures} procedures performed`,
    untestedCells === 0 ? [] : `${untestedCells} results missing`,
    `${deviations} ${deviations === 1 ? 'deviation' : 'deviations'} found`,
  ]
    .flat()
    .join(' · ')
}
