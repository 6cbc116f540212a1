import { z } from 'zod'
import { Frequency } from './control.ts'
import { command, query } from './define.ts'
import { Id, Instant, Nothing, Reason } from './values.ts'

/** A decimal as a person wrote it: 0.1 or "0.1". */
const Fraction = z.union([z.number(), z.string().max(40)])

const PlainRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), size: z.number(), per: z.string().max(100).exactOptional() }),
  z.strictObject({ kind: z.literal('rangeByRisk'), low: z.number(), moderate: z.number(), high: z.number() }),
  z.strictObject({ kind: z.literal('percent'), rate: Fraction, minimum: z.number(), maximum: z.number() }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('statistical'),
    confidence: Fraction,
    tolerableRate: Fraction,
    expectedRate: Fraction.exactOptional(),
  }),
])
const SameRule = z.strictObject({ kind: z.literal('sameAs'), frequency: Frequency })
const Band = z.strictObject({ below: z.number().exactOptional(), rule: z.union([PlainRule, SameRule]) })
const OccurrenceRule = z.strictObject({ kind: z.literal('byOccurrences'), bands: z.array(Band).max(20).readonly() })

/** The form of a rule; what its numbers have to meet is said by shared/sampling/checkPolicyRules.ts, with the place. */
const PolicyRule = z.union([PlainRule, SameRule, OccurrenceRule])
export const PolicyRules = z.record(Frequency, PolicyRule)

/** The name stands before the version in `name@version`. */
const PolicyName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^@\p{Cc}]+$/u, 'A name is one line without @, which separates the version.')

/** One saved state of a policy. Nobody saved the one that comes with the program. */
export const PolicyVersion = z.object({
  version: z.int(),
  name: z.string(),
  note: z.string(),
  savedBy: z.string().nullable(),
  savedAt: Instant.nullable(),
})
export type PolicyVersion = z.infer<typeof PolicyVersion>

export const Policy = z.object({
  policyId: Id,
  /** Of the latest version. */
  name: z.string(),
  /** It comes with the program, is read-only and always there. */
  shipped: z.boolean(),
  isDefault: z.boolean(),
  /** Why, by whom and when it went out of use; `null` while it is in use. */
  retired: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
  /** Latest first. */
  versions: z.array(PolicyVersion),
})
export type Policy = z.infer<typeof Policy>

const VersionRef = z.strictObject({ policyId: Id, version: z.int().min(1) })

export const policyContract = {
  'policy.list': query({
    title: 'The sampling policies of the firm with their versions, the shipped one first',
    params: Nothing,
    result: z.object({ policies: z.array(Policy) }),
  }),
  'policy.get': query({
    title: 'One version of a sampling policy with its rules; the latest without a version',
    params: z.strictObject({ policyId: Id, version: z.int().min(1).optional() }),
    result: PolicyVersion.extend({ policyId: Id, rules: PolicyRules }),
    errors: ['policy.not_found'],
  }),
  'policy.save': command({
    title: 'Save a new policy, or the next version of one; nothing is written where nothing changed',
    params: z.strictObject({
      policyId: Id.optional(),
      name: PolicyName,
      rules: z.partialRecord(Frequency, PolicyRule),
      note: Reason,
    }),
    result: z.object({ policyId: Id, version: z.int(), saved: z.boolean() }),
    errors: ['policy.not_found', 'policy.read_only', 'policy.duplicate_name', 'policy.invalid_rule'],
  }),
  'policy.setDefault': command({
    title: 'Choose the policy that new plans start from',
    params: z.strictObject({ policyId: Id }),
    result: Nothing,
    errors: ['policy.not_found', 'policy.retired'],
  }),
  'policy.compare': query({
    title: 'What changed from one version of a policy to another, in words',
    params: z.strictObject({ from: VersionRef, to: VersionRef }),
    result: z.object({ differences: z.array(z.string()) }),
    errors: ['policy.not_found'],
  }),
  'policy.retire': command({
    title: 'Take a policy out of use for new plans, or bring it back; plans made by it stay as they are',
    params: z.strictObject({ policyId: Id, retired: z.boolean().default(true), reason: Reason }),
    result: Nothing,
    errors: ['policy.not_found', 'policy.read_only', 'policy.is_default'],
  }),
}
