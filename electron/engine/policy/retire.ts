import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { update } from '../../../shared/journal/change.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { storeScope } from '../teamMember.ts'
import { loadPolicy } from './policies.ts'

/** @throws DomainError as the contract of `policy.retire` lists */
export function retirePolicy(
  { policyId, retired, reason }: CheckedParamsOf<'policy.retire'>,
  { reader, now, actor }: CommandContext,
): Outcome<Record<string, never>> {
  const policy = loadPolicy(reader, policyId)
  if (policy.shipped) throw new DomainError('policy.read_only')
  if (retired && policy.isDefault) throw new DomainError('policy.is_default', { policy: policy.name })
  const isAsAsked = retired === (policy.retired !== null)
  return {
    engagementId: storeScope,
    changes: isAsAsked
      ? []
      : update('policyRetirement', policyId, { retired, reason, by: actor.practitionerId, at: now.at }),
    answer: () => ({}),
  }
}
