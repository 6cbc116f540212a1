import type { DescriptionOutcome } from '../contract/description.ts'

/** What the papers show of one description criterion. */
export type DescriptionFacts = {
  criterionId: string
  sections: number
  /** Paragraphs that were linked and still read as they did, and those that were changed since. */
  linked: number
  stale: number
  evidence: number
  outcome: DescriptionOutcome | null
  reasoning: string
  implementation: string
  /** What other papers know that the description has to tell under this criterion, and whether they do. */
  untold: readonly string[]
}

/**
 * What is still to be done on a description criterion, in sentences. It is complete when a person found that it is presented,
 * with the paragraphs that present it, and evidence or words for how it was seen to be implemented (DC section 200; AT-C 205,
 * evidence on the description). A criterion that does not apply, or is not presented, needs the reason alone.
 */
export function openPoints(facts: DescriptionFacts): string[] {
  const { criterionId, sections, linked, stale, evidence, outcome, implementation, untold } = facts
  if (outcome === 'not_applicable') return [...untold]
  const changed =
    stale === 0
      ? []
      : [`${stale} linked ${stale === 1 ? 'paragraph was' : 'paragraphs were'} changed since: link anew.`]
  if (outcome === 'not_presented') return changed
  const isShown = evidence > 0 || implementation.trim() !== ''
  return [
    ...(sections === 0 && linked === 0 ? [`No section of the description is about ${criterionId}.`] : []),
    ...(linked === 0 ? ['No paragraph is linked.'] : []),
    ...changed,
    ...(isShown ? [] : ['No evidence, and no words, on how it was seen to be implemented.']),
    ...(outcome === null ? ['Nobody said yet whether it is presented.'] : []),
    ...untold,
  ]
}
