import type { ScopeGaps } from '../contract/scope.ts'

type NamedControl = ScopeGaps['controlsWithoutCriterion'][number]

/** The scope as far as its parts have to fit together. */
export type ScopeParts = {
  /** Criteria of the categories, with the reason why one was set aside and the controls that answer it. */
  criteria: readonly { criterionId: string; setAside: string | null; controls: readonly { controlId: string }[] }[]
  controls: readonly NamedControl[]
  commitments: readonly { ref: string; criteria: readonly string[]; controlIds: readonly string[] }[]
}

/**
 * What does not fit together: every criterion that applies needs a control and a reason to be there, every control a
 * criterion, every commitment or requirement criteria by which it is judged and controls that keep it (AICPA guide SOC 2,
 * on evaluating the suitability of design; DC 2, DC 5 and DC 8). A commitment is kept by the controls that are linked to it
 * or that answer its criteria. Without any commitment, criteria are not flagged for having none: there is one thing to do first.
 */
export function scopeGaps({ criteria, controls, commitments }: ScopeParts): ScopeGaps {
  const applicable = criteria.filter(({ setAside }) => setAside === null)
  const answering = new Set(applicable.flatMap((criterion) => criterion.controls.map(({ controlId }) => controlId)))
  const promised = new Set(commitments.flatMap((commitment) => commitment.criteria))
  const covered = new Set(
    applicable.filter((criterion) => criterion.controls.length > 0).map(({ criterionId }) => criterionId),
  )
  return {
    criteriaWithoutControl: applicable.filter(({ criterionId }) => !covered.has(criterionId)).map(idOf),
    controlsWithoutCriterion: controls.filter(({ controlId }) => !answering.has(controlId)),
    criteriaWithoutCommitment:
      commitments.length === 0 ? [] : applicable.map(idOf).filter((criterionId) => !promised.has(criterionId)),
    commitmentsWithoutCriterion: commitments.filter((commitment) => commitment.criteria.length === 0).map(refOf),
    commitmentsWithoutControl: commitments
      .filter((commitment) => commitment.controlIds.length === 0 && !commitment.criteria.some((id) => covered.has(id)))
      .map(refOf),
    notApplicableWithControls: criteria
      .filter(({ setAside, controls: answers }) => setAside !== null && answers.length > 0)
      .map(idOf),
  }
}

const idOf = ({ criterionId }: { criterionId: string }) => criterionId
const refOf = ({ ref }: { ref: string }) => ref
