import { wordingsOf } from '../../../db/sample/coverage.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { Frequency } from '../../../shared/contract/control.ts'
import type { Risk } from '../../../shared/contract/sampling.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { type PolicySize, policySize } from '../../../shared/sampling/policySize.ts'
import { defaultPolicy, policyLabel } from '../sampling/policies.ts'

/** @returns how often a control runs by its latest wording; an automated one is seen once a version, however often it runs */
export function frequencyOf(reader: Reader, controlId: string): Frequency | null {
  const latest = wordingsOf(reader, controlId).at(-1)
  if (latest === undefined) return null
  return latest.type === 'automated' ? 'continuous' : Frequency.parse(latest.frequency)
}

/** @returns what the firm's policy proposes; `null` where the control has no wording that says how often it runs */
export function proposalOf(reader: Reader, controlId: string, populationSize: number, risk: Risk): PolicySize | null {
  const frequency = frequencyOf(reader, controlId)
  return frequency === null ? null : policySize({ policy: defaultPolicy, frequency, populationSize, risk })
}

/**
 * The size of a draw and the plan that is frozen with it: the size given, else the policy's. A size that departs from the
 * policy says so in its reason.
 * @throws DomainError `sample.size_required`, `sampling.size_exceeds_population`
 */
export function sizeOf(
  reader: Reader,
  params: CheckedParamsOf<'sample.draw'>,
  populationSize: number,
): { size: number; plan: EntityRow<'sample'>['plan'] } {
  const { method, confidence = null, tolerableRate = null, expectedRate = null, risk = null } = params
  const plan = { risk, confidence, tolerableRate, expectedRate, policy: null }
  if (method === 'all' || method === 'targeted') {
    const size = method === 'all' ? populationSize : new Set(params.itemIds).size
    const words = method === 'all' ? 'All items of the population.' : 'The items were selected on purpose.'
    return { size: checkedSize(size, populationSize), plan: { ...plan, sizeReason: params.sizeReason ?? words } }
  }
  const proposal = proposalOf(reader, params.controlId, populationSize, risk ?? 'moderate')
  const size = params.size ?? proposal?.sampleSize
  if (size === undefined) throw new DomainError('sample.size_required')
  const byPolicy = proposal !== null && size === proposal.sampleSize
  return {
    size: checkedSize(size, populationSize),
    plan: {
      ...plan,
      ...(byPolicy ? { risk: risk ?? 'moderate', policy: policyLabel(proposal.policy) } : {}),
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
  if (size > populationSize || populationSize === 0) {
    throw new DomainError('sampling.size_exceeds_population', { size: Math.max(size, 1), populationSize })
  }
  return size
}
