import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create } from '../../../shared/journal/change.ts'
import { checkPolicyRules } from '../../../shared/sampling/checkPolicyRules.ts'
import { policyDifferences } from '../../../shared/sampling/policyDifferences.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { storeScope } from '../teamMember.ts'
import { type KnownPolicy, knownPolicies, loadPolicy } from './policies.ts'

/**
 * A version is never changed: saving writes the next one, or nothing where it would say the same as the latest.
 * @throws DomainError as the contract of `policy.save` lists
 */
export function savePolicy(
  params: CheckedParamsOf<'policy.save'>,
  { reader, newId, now, actor }: CommandContext,
): Outcome<ResultOf<'policy.save'>> {
  const { name, note } = params
  const before = params.policyId === undefined ? null : loadPolicy(reader, params.policyId)
  if (before?.shipped === true) throw new DomainError('policy.read_only')
  const rules = checkPolicyRules(params.rules)
  checkName(name, before, knownPolicies(reader))
  const policyId = before?.policyId ?? newId()
  if (before !== null && policyDifferences(before.latest, { name, rules }).length === 0) {
    const { version } = before.latest
    return { engagementId: storeScope, changes: [], answer: () => ({ policyId, version, saved: false }) }
  }
  const version = (before?.latest.version ?? 0) + 1
  return {
    engagementId: storeScope,
    changes: create('policyVersion', `${policyId}:${version}`, {
      policyId,
      version,
      name,
      rules,
      note,
      savedBy: actor.practitionerId,
      savedAt: now.at,
    }),
    answer: () => ({ policyId, version, saved: true }),
  }
}

/** Policies are asked for by name, so no two may be called the same; upper and lower case do not tell names apart. */
function checkName(name: string, before: KnownPolicy | null, policies: readonly KnownPolicy[]): void {
  const taken = policies.some(
    (other) => other.policyId !== before?.policyId && other.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw new DomainError('policy.duplicate_name', { name })
}
