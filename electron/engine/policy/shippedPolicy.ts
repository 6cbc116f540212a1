import { PolicyRules } from '../../../shared/contract/policy.ts'
import { checkPolicyRules } from '../../../shared/sampling/checkPolicyRules.ts'
import type { SamplingPolicy } from '../../../shared/sampling/policy.ts'
import defaultPolicyFile from '../../../resources/policies/default-policy.json' with { type: 'json' }

/** Stands for the shipped policy where the firm's own ones have random ids. */
export const shippedPolicyId = 'tickmark-default'

/** The policy that comes with the program: for a firm without one of its own, and where no store is open. */
export const shippedPolicy: SamplingPolicy = {
  name: defaultPolicyFile.name,
  version: defaultPolicyFile.version,
  rules: checkPolicyRules(PolicyRules.parse(defaultPolicyFile.rules)),
}
