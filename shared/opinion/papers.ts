import type { Aspect, ConclusionOutcome } from '../contract/conclusion.ts'
import type { DeviationStatus } from '../contract/deviation.ts'
import type { ReportType } from '../contract/engagement.ts'
import type { Judgement, OpinionPart, ProposedPart } from '../contract/opinion.ts'

/** A deviation as the opinion looks at it. `aspect` is that of its procedure, `null` where it was found outside of one. */
export type DeviationPaper = {
  deviationId: string
  ref: string
  aspect: Aspect | null
  itemId: string | null
  attribute: string | null
  condition: string
  status: DeviationStatus
}

/** A control with what was concluded on it; `null` is not concluded yet. */
export type ControlPaper = {
  controlId: string
  ref: string
  title: string
  design: ConclusionOutcome | null
  operation: ConclusionOutcome | null
  deviations: readonly DeviationPaper[]
  /** Failed cells of the test sheets that no deviation describes yet. */
  undescribed: readonly { aspect: Aspect; itemId: string; attribute: string }[]
}

/** A criterion in scope with the controls that are mapped to it. */
export type CriterionPaper = {
  criterionId: string
  title: string
  controls: readonly ControlPaper[]
  designConclusion: ConclusionOutcome | null
  operationConclusion: ConclusionOutcome | null
}

/** A commitment or requirement, with the criteria that stand for it. */
export type CommitmentPaper = {
  commitmentId: string
  ref: string
  text: string
  criteria: readonly string[]
  design: ConclusionOutcome | null
  operation: ConclusionOutcome | null
}

/** What was found when the description was held against the description criteria. */
export type DescriptionPaper = {
  /** What is still to be done, by criterion. */
  open: readonly string[]
  /** Criteria that the description does not present, with the reason. */
  notPresented: readonly { criterionId: string; reasoning: string }[]
}

/** Everything that the opinion rests on. */
export type OpinionPapers = {
  reportType: ReportType
  criteria: readonly CriterionPaper[]
  commitments: readonly CommitmentPaper[]
  description: DescriptionPaper
  judgements: readonly Judgement[]
  decided: readonly ({ part: OpinionPart } & NonNullable<ProposedPart['decided']>)[]
}

/** A criterion as one part of the opinion sees it: conclusions and deviations of that aspect only. */
export type CriterionView = {
  criterionId: string
  title: string
  outcome: ConclusionOutcome | null
  /** The criterion failed in its design, which no operation makes good. */
  designFailed: boolean
  controls: ControlView[]
  commitments: CommitmentView[]
}

export type CommitmentView = { commitmentId: string; ref: string; text: string; outcome: ConclusionOutcome | null }

export type ControlView = {
  controlId: string
  ref: string
  title: string
  outcome: ConclusionOutcome | null
  designFailed: boolean
  deviations: DeviationPaper[]
  undescribed: { itemId: string; attribute: string }[]
}

/**
 * The criteria as one aspect sees them.
 * A deviation without a procedure belongs to operation in a Type 2 report and to design in a Type 1 report, which has no other.
 */
export function viewCriteria({ reportType, criteria, commitments }: OpinionPapers, aspect: Aspect): CriterionView[] {
  const found = (its: Aspect | null) => reportType === 'type1' || (its ?? 'operation') === aspect
  return criteria.map((criterion) => ({
    criterionId: criterion.criterionId,
    title: criterion.title,
    outcome: criterion[`${aspect}Conclusion`],
    designFailed: aspect === 'operation' && criterion.designConclusion === 'not_effective',
    commitments: commitments
      .filter((commitment) => commitment.criteria.includes(criterion.criterionId))
      .map(({ commitmentId, ref, text, ...concluded }) => ({ commitmentId, ref, text, outcome: concluded[aspect] })),
    controls: criterion.controls.map((control) => ({
      controlId: control.controlId,
      ref: control.ref,
      title: control.title,
      outcome: control[aspect],
      designFailed: aspect === 'operation' && control.design === 'not_effective',
      deviations: control.deviations.filter((deviation) => found(deviation.aspect)),
      undescribed: control.undescribed.filter((cell) => found(cell.aspect)),
    })),
  }))
}

/** A control once, with the criteria that it serves. */
export type ControlInCriteria = { control: ControlView; criteria: string[] }

/** @returns every control of the criteria once, in the order in which it is met first */
export function controlsOnce(criteria: readonly CriterionView[]): ControlInCriteria[] {
  const byId = new Map<string, ControlInCriteria>()
  for (const { criterionId, controls } of criteria) {
    for (const control of controls) {
      const known = byId.get(control.controlId)
      if (known) known.criteria.push(criterionId)
      else byId.set(control.controlId, { control, criteria: [criterionId] })
    }
  }
  return [...byId.values()]
}

/** A commitment once, with the criteria that stand for it. */
export type CommitmentInCriteria = { commitment: CommitmentView; criteria: CriterionView[] }

/** @returns every commitment of the criteria once, in the order in which it is met first */
export function commitmentsOnce(criteria: readonly CriterionView[]): CommitmentInCriteria[] {
  const byId = new Map<string, CommitmentInCriteria>()
  for (const criterion of criteria) {
    for (const commitment of criterion.commitments) {
      const known = byId.get(commitment.commitmentId)
      if (known) known.criteria.push(criterion)
      else byId.set(commitment.commitmentId, { commitment, criteria: [criterion] })
    }
  }
  return [...byId.values()]
}
