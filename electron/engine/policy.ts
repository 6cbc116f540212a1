import type { policyContract } from '../../shared/contract/policy.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { update } from '../../shared/journal/change.ts'
import { policyDifferences } from '../../shared/sampling/policyDifferences.ts'
import type { Handlers } from './handler.ts'
import { defaultPolicySetting, knownPolicies, loadPolicy, loadVersion } from './policy/policies.ts'
import { retirePolicy } from './policy/retire.ts'
import { savePolicy } from './policy/save.ts'
import { storeScope } from './teamMember.ts'

/** Sampling policies belong to the firm, so they are journaled with the store and with no engagement. */
export const policy: Handlers<typeof policyContract> = {
  'policy.list': (_params, { reader }) => ({
    policies: knownPolicies(reader).map(({ latest: _latest, ...known }) => ({
      ...known,
      versions: known.versions.map(({ rules: _rules, ...version }) => version),
    })),
  }),

  'policy.get': ({ policyId, version }, { reader }) => ({ policyId, ...loadVersion(reader, policyId, version) }),

  'policy.save': savePolicy,

  'policy.setDefault': ({ policyId }, { reader }) => {
    const { isDefault, retired, name } = loadPolicy(reader, policyId)
    if (retired !== null) throw new DomainError('policy.retired', { policy: name })
    return {
      engagementId: storeScope,
      changes: isDefault ? [] : update('firmSetting', defaultPolicySetting, { value: policyId }),
      answer: () => ({}),
    }
  },

  'policy.compare': ({ from, to }, { reader }) => ({
    differences: policyDifferences(
      loadVersion(reader, from.policyId, from.version),
      loadVersion(reader, to.policyId, to.version),
    ),
  }),

  'policy.retire': retirePolicy,
}
