import type { Aspect, Conclusion, ConclusionOutcome } from '../contract/conclusion.ts'

export type TargetEntity = Conclusion['target']['entity']

const controlWords: Record<Aspect, Partial<Record<ConclusionOutcome, string>>> = {
  design: {
    effective: 'Suitably designed',
    not_effective: 'Not suitably designed',
    not_concluded: 'No conclusion possible',
  },
  operation: {
    effective: 'Operated effectively',
    effective_with_deviations: 'Operated effectively, with deviations',
    not_effective: 'Did not operate effectively',
    did_not_occur: 'Did not occur in the period',
    not_concluded: 'No conclusion possible',
  },
}

const criterionWords: Record<Aspect, Partial<Record<ConclusionOutcome, string>>> = {
  design: { effective: 'Met', not_effective: 'Not met', not_concluded: 'No conclusion possible' },
  operation: {
    effective: 'Met',
    effective_with_deviations: 'Met, with deviations',
    not_effective: 'Not met',
    not_concluded: 'No conclusion possible',
  },
}

const commitmentWords: Record<Aspect, Partial<Record<ConclusionOutcome, string>>> = {
  design: { effective: 'Achievable', not_effective: 'Not achievable', not_concluded: 'No conclusion possible' },
  operation: {
    effective: 'Achieved',
    effective_with_deviations: 'Achieved, with deviations',
    not_effective: 'Not achieved',
    not_concluded: 'No conclusion possible',
  },
}

const words = { control: controlWords, criterion: criterionWords, commitment: commitmentWords }

const wordsOf = (entity: TargetEntity, aspect: Aspect) => words[entity][aspect]

/** @returns how an outcome is called for a control, a criterion or a commitment; `null` is not concluded yet */
export function outcomeWords(entity: TargetEntity, aspect: Aspect, outcome: ConclusionOutcome | null): string {
  return outcome === null ? 'Not concluded yet' : (wordsOf(entity, aspect)[outcome] ?? outcome)
}

/** The outcomes that can be concluded on, as a choice. */
export const outcomeOptions = (entity: TargetEntity, aspect: Aspect): { value: ConclusionOutcome; label: string }[] =>
  outcomes.flatMap((value) => {
    const label = wordsOf(entity, aspect)[value]
    return label === undefined ? [] : [{ value, label }]
  })

const outcomes: ConclusionOutcome[] = [
  'effective',
  'effective_with_deviations',
  'not_effective',
  'did_not_occur',
  'not_concluded',
]

/** Headings of the two aspects. */
export const aspectTitles: Record<Aspect, string> = { design: 'Design', operation: 'Operation' }

/** What a conclusion is on. */
export const targetTitles: Record<TargetEntity, string> = {
  control: 'Control',
  criterion: 'Criterion',
  commitment: 'Commitment',
}
