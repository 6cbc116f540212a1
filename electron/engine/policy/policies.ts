import type { Reader } from '../../../db/reader.ts'
import type { Policy, PolicyVersion } from '../../../shared/contract/policy.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { PolicyRules, SamplingPolicy } from '../../../shared/sampling/policy.ts'
import { shippedPolicy, shippedPolicyId } from './shippedPolicy.ts'

/** The firm's choice of the policy that new plans start from; its value is the policy's id. */
export const defaultPolicySetting = 'defaultPolicy'

export type KnownVersion = PolicyVersion & { rules: PolicyRules }
export type KnownPolicy = Omit<Policy, 'versions'> & { versions: readonly KnownVersion[]; latest: KnownVersion }

const shippedVersion: KnownVersion = {
  version: Number(shippedPolicy.version),
  name: shippedPolicy.name,
  rules: shippedPolicy.rules,
  note: 'Comes with the program.',
  savedBy: null,
  savedAt: null,
}

/**
 * @param reader `null` where no store is open: then there is the shipped one alone
 * @returns all policies with their versions, latest first; the shipped policy, then the firm's own by age
 */
export function knownPolicies(reader: Reader | null): KnownPolicy[] {
  const defaultId = (reader && reader.get('firmSetting', defaultPolicySetting)?.value) ?? shippedPolicyId
  const shipped: KnownPolicy = {
    policyId: shippedPolicyId,
    name: shippedPolicy.name,
    shipped: true,
    isDefault: defaultId === shippedPolicyId,
    retired: null,
    versions: [shippedVersion],
    latest: shippedVersion,
  }
  return reader === null ? [shipped] : [shipped, ...ownPolicies(reader, defaultId)]
}

function ownPolicies(reader: Reader, defaultId: string): KnownPolicy[] {
  const names = new Map(reader.list('practitioner', {}).map(({ id, name }) => [id, name]))
  const retirements = new Map(reader.list('policyRetirement', {}).map((row) => [row.id, row]))
  const rows = reader.list('policyVersion', {}, 'savedAt')
  return [...Map.groupBy(rows, ({ policyId }) => policyId)].flatMap(([policyId, own]) => {
    const versions = own
      .map(({ version, name, rules, note, savedBy, savedAt }) => ({
        version,
        name,
        rules,
        note,
        savedBy: names.get(savedBy) ?? savedBy,
        savedAt,
      }))
      .toSorted((a, b) => b.version - a.version)
    const [latest] = versions
    if (latest === undefined) return []
    const { retired, reason, by, at } = retirements.get(policyId) ?? { retired: false, reason: '', by: '', at: '' }
    return {
      policyId,
      name: latest.name,
      shipped: false,
      isDefault: policyId === defaultId,
      retired: retired ? { reason, by: names.get(by) ?? by, at } : null,
      versions,
      latest,
    }
  })
}

/** @throws DomainError `policy.not_found` */
export function loadPolicy(reader: Reader, policyId: string): KnownPolicy {
  const found = knownPolicies(reader).find((policy) => policy.policyId === policyId)
  if (found === undefined) throw new DomainError('policy.not_found', { policyId })
  return found
}

/** @returns that version, or the latest without one; @throws DomainError `policy.not_found` */
export function loadVersion(reader: Reader, policyId: string, version?: number): KnownVersion {
  const { versions, latest } = loadPolicy(reader, policyId)
  const found = version === undefined ? latest : versions.find((each) => each.version === version)
  if (found === undefined) throw new DomainError('policy.not_found', { policyId, version })
  return found
}

/**
 * @param reader `null` where no store is open
 * @param asked a policy's name for its latest version, or `name@version`; the firm's default without it
 * @throws DomainError `sampling.unknown_policy`
 */
export function policyNamed(reader: Reader | null, asked: string | undefined): SamplingPolicy {
  return resolve(reader, asked).policy
}

/**
 * The same, for a new plan.
 * @throws DomainError `sampling.unknown_policy`, `policy.retired`
 */
export function policyForPlan(reader: Reader, asked: string | undefined): SamplingPolicy {
  const { policy, retired } = resolve(reader, asked)
  if (retired) throw new DomainError('policy.retired', { policy: policy.name })
  return policy
}

function resolve(reader: Reader | null, asked: string | undefined): { policy: SamplingPolicy; retired: boolean } {
  const policies = knownPolicies(reader)
  const [, name, number] = /^([^@]*)(?:@(\d{1,9}))?$/.exec(asked ?? '') ?? []
  const policy = policies.find((each) => (asked === undefined ? each.isDefault : each.name === name))
  const version =
    number === undefined ? policy?.latest : policy?.versions.find((each) => each.version === Number(number))
  if (policy === undefined || version === undefined) throw new DomainError('sampling.unknown_policy', { policy: asked })
  const { rules } = version
  return {
    policy: { name: version.name, version: String(version.version), rules },
    retired: policy.retired !== null,
  }
}

/** @returns name and version as a plan records them, such as `Tickmark default, version 1` */
export function policyLabel({ name, version }: { name: string; version: string }): string {
  return `${name}, version ${version}`
}
