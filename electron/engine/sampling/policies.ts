import { z } from 'zod'
import { Frequency } from '../../../shared/contract/control.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { SamplingPolicy } from '../../../shared/sampling/policy.ts'
import defaultPolicyFile from '../../../resources/policies/default-policy.json' with { type: 'json' }

const size = z.int().min(1)
const fraction = z.union([z.number(), z.string()])

const PlainRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), size, per: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('rangeByRisk'), low: size, moderate: size, high: size }),
  z.strictObject({ kind: z.literal('percent'), rate: fraction, minimum: size, maximum: size }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('statistical'),
    confidence: fraction,
    tolerableRate: fraction,
    expectedRate: fraction.exactOptional(),
  }),
])

const SameRule = z.strictObject({ kind: z.literal('sameAs'), frequency: Frequency })

const OccurrenceRule = z.strictObject({
  kind: z.literal('byOccurrences'),
  bands: z.array(z.strictObject({ below: size.exactOptional(), rule: z.union([PlainRule, SameRule]) })).min(1),
})

const PolicyFile = z.strictObject({
  name: z.string(),
  version: z.string(),
  rules: z.record(Frequency, z.union([PlainRule, OccurrenceRule])),
})

/** The policy that ships, for a firm without one of its own. */
export const defaultPolicy: SamplingPolicy = PolicyFile.parse(defaultPolicyFile)

/**
 * @param name the default one without it
 * @throws DomainError `sampling.unknown_policy`
 */
export function policyNamed(name: string | undefined): SamplingPolicy {
  if (name === undefined || name === defaultPolicy.name) return defaultPolicy
  throw new DomainError('sampling.unknown_policy', { policy: name })
}

/** @returns name and version as a plan records them, such as `Tickmark default, version 1` */
export function policyLabel({ name, version }: { name: string; version: string }): string {
  return `${name}, version ${version}`
}
