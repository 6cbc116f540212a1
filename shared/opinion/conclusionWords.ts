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

const wordsOf = (entity: TargetEntity, aspect: Aspect) => (entity === 'control' ? controlWords : criterionWords)[aspect]

/** @returns how an outcome is called for a control or a criterion; `null` is not concluded yet */
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
