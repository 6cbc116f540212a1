import { type Wording, wordingsOf } from '../../../db/sample/coverage.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { Frequency } from '../../../shared/contract/control.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { type PolicySize, policySize } from '../../../shared/sampling/policySize.ts'
import { policyForPlan, policyLabel } from '../policy/policies.ts'

type Plan = EntityRow<'sample'>['plan']

/**
 * @param wordings of a control, oldest first
 * @param on a day; without it the latest wording counts
 * @returns how often the control runs; an automated one is seen once a version, however often it runs; `null` for a
 * control without wording
 */
export function frequencyOf(wordings: readonly Wording[], on?: string): Frequency | null {
  const inForce = on === undefined ? undefined : wordings.findLast(({ effectiveOn }) => effectiveOn <= on)
  const wording = inForce ?? wordings.at(-1)
  if (wording === undefined) return null
  return wording.type === 'automated' ? 'continuous' : Frequency.parse(wording.frequency)
}

/** Items that a test sheet holds; one journal entry names them all. */
const largestSheet = 20_000

/** @throws DomainError `sample.too_large` */
export function checkSheet(size: number): void {
  if (size > largestSheet) throw new DomainError('sample.too_large', { size, limit: largestSheet })
}

/**
 * The size of a draw and the plan that is frozen with it: the size given, else the policy's. A size that departs from the
 * policy says so in its reason. The policy is kept as it reads now, so that no later version changes the plan.
 * @throws DomainError `sample.size_required`, `sampling.size_exceeds_population`, `sampling.unknown_policy`,
 * `policy.retired`, `sample.too_large`
 */
export function sizeOf(
  reader: Reader,
  params: CheckedParamsOf<'sample.draw'>,
  populationSize: number,
): { size: number; plan: Plan } {
  const { method, confidence = null, tolerableRate = null, expectedRate = null, risk = null } = params
  const plan = { risk, confidence, tolerableRate, expectedRate, policy: null, frozenPolicy: null }
  if (method === 'all' || method === 'targeted') {
    const size = method === 'all' ? populationSize : new Set(params.itemIds).size
    const words = method === 'all' ? 'All items of the population.' : 'The items were selected on purpose.'
    return { size: checkedSize(size, populationSize), plan: { ...plan, sizeReason: params.sizeReason ?? words } }
  }
  const policy = policyForPlan(reader, params.policy)
  const frequency = frequencyOf(wordingsOf(reader, params.controlId), params.window?.end)
  const proposal =
    frequency === null ? null : policySize({ policy, frequency, populationSize, risk: risk ?? 'moderate' })
  const size = params.size ?? proposal?.sampleSize
  if (size === undefined) throw new DomainError('sample.size_required')
  // A size that statistics gave can be the policy's by chance: whoever names a reason does not rest on the policy.
  const byPolicy = proposal !== null && size === proposal.sampleSize && params.sizeReason === undefined
  return {
    size: checkedSize(size, populationSize),
    plan: {
      ...plan,
      frozenPolicy: policy,
      ...(byPolicy ? { risk: risk ?? 'moderate', policy: policyLabel(policy) } : {}),
      sizeReason: params.sizeReason ?? reasonOf(proposal, byPolicy),
    },
  }
}

function reasonOf(proposal: PolicySize | null, byPolicy: boolean): string {
  if (proposal === null) return 'Set by the auditor.'
  if (byPolicy) return proposal.rule
  return `Set by the auditor; ${policyLabel(proposal.policy)} proposes ${proposal.sampleSize}: ${proposal.rule}`
}

function checkedSize(size: number, populationSize: number): number {
  checkSheet(size)
  if (size > populationSize || populationSize === 0) {
    throw new DomainError('sampling.size_exceeds_population', { size: Math.max(size, 1), populationSize })
  }
  return size
}
