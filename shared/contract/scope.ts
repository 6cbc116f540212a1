import { z } from 'zod'
import { ConclusionOutcome } from './conclusion.ts'
import { command, query } from './define.ts'
import { Id, Line, Nothing, Reason } from './values.ts'

/** What management promised users, or what the system has to do so that such a promise is kept. */
export const CommitmentKind = z.enum(['commitment', 'requirement'])
export type CommitmentKind = z.infer<typeof CommitmentKind>

export const Commitment = z.object({
  commitmentId: Id,
  kind: CommitmentKind,
  /** `SC-1` for a service commitment, `SR-1` for a system requirement. */
  ref: z.string(),
  text: z.string(),
  /** Where it was made: a contract, a service level agreement, a page. */
  source: z.string().nullable(),
  criteria: z.array(z.string()),
  controlIds: z.array(Id),
  /** What a person concluded; `null` is not concluded yet. */
  design: ConclusionOutcome.nullable(),
  operation: ConclusionOutcome.nullable(),
})
export type Commitment = z.infer<typeof Commitment>

/** The parts that a description of a system has (DC 3). */
export const SystemComponent = z.enum(['infrastructure', 'software', 'people', 'procedures', 'data'])
export type SystemComponent = z.infer<typeof SystemComponent>

export const SystemPart = z.object({
  partId: Id,
  component: SystemComponent,
  name: z.string(),
  included: z.boolean(),
  /** Why it lies outside of the boundary. */
  reason: z.string().nullable(),
})
export type SystemPart = z.infer<typeof SystemPart>

const NamedControl = z.object({ controlId: Id, ref: z.string(), title: z.string() })

/** What does not fit together in the scope; an empty list is in order. */
export const ScopeGaps = z.object({
  criteriaWithoutControl: z.array(z.string()),
  controlsWithoutCriterion: z.array(NamedControl),
  criteriaWithoutCommitment: z.array(z.string()),
  /** References of commitments and requirements that no criterion, or no control, stands for. */
  commitmentsWithoutCriterion: z.array(z.string()),
  commitmentsWithoutControl: z.array(z.string()),
  /** Criteria that were set aside although controls answer them. */
  notApplicableWithControls: z.array(z.string()),
})
export type ScopeGaps = z.infer<typeof ScopeGaps>

export const scopeContract = {
  'criterion.setAside': command({
    title: 'Say why a criterion of the categories does not apply (DC 8); without a reason it applies again',
    params: z.strictObject({ engagementId: Id, criterionId: z.string().max(20), reason: Reason.nullable() }),
    result: Nothing,
    errors: ['engagement.not_found', 'criterion.not_in_scope', 'criterion.concluded'],
  }),
  'commitment.save': command({
    title: 'Write down a service commitment or a system requirement, or change one',
    params: z.strictObject({
      engagementId: Id,
      commitmentId: Id.optional(),
      kind: CommitmentKind,
      text: Reason,
      source: z.string().trim().max(2000).nullish(),
      criteria: z.array(z.string().max(20)).max(61).default([]),
      controlIds: z.array(Id).max(1000).default([]),
    }),
    result: z.object({ commitmentId: Id, ref: z.string() }),
    errors: [
      'engagement.not_found',
      'commitment.not_found',
      'commitment.kind_is_fixed',
      'control.not_found',
      'criterion.not_in_scope',
    ],
  }),
  'commitment.remove': command({
    title: 'Hide a commitment or requirement; its history stays',
    params: z.strictObject({ commitmentId: Id }),
    result: Nothing,
    errors: ['commitment.not_found'],
  }),
  'commitment.list': query({
    title: 'Service commitments and system requirements, with what was concluded on them',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ commitments: z.array(Commitment) }),
    errors: ['engagement.not_found'],
  }),
  'boundary.save': command({
    title: 'Say of a part of the system whether it lies within its boundary, or change what was said',
    params: z.strictObject({
      engagementId: Id,
      partId: Id.optional(),
      component: SystemComponent,
      name: Line,
      included: z.boolean(),
      reason: z.string().trim().max(2000).nullish(),
    }),
    result: z.object({ partId: Id }),
    errors: ['engagement.not_found', 'boundary.not_found', 'boundary.reason_required'],
  }),
  'boundary.remove': command({
    title: 'Hide a part of the system that was written down by mistake; its history stays',
    params: z.strictObject({ partId: Id }),
    result: Nothing,
    errors: ['boundary.not_found'],
  }),
  'boundary.list': query({
    title: 'The parts of the system within its boundary, and those outside of it with the reason',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ parts: z.array(SystemPart) }),
    errors: ['engagement.not_found'],
  }),
  'scope.gaps': query({
    title: 'Criteria without a control, controls without a criterion, commitments that nothing stands for',
    params: z.strictObject({ engagementId: Id }),
    result: ScopeGaps,
    errors: ['engagement.not_found'],
  }),
}
